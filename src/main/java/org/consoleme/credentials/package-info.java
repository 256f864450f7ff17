/**
 * Keys and console sessions. Start with {@code VendCredentials}: the only place where keys come
 * from, for every door. Knows no SDK.
 */
package org.consoleme.credentials;
