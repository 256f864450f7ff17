/**
 * Signed cookies: {@link org.consoleme.platform.jwt.HmacTokens}. The only user of the JWT library.
 */
package org.consoleme.platform.jwt;
