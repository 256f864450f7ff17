/**
 * Roles and resources that we know of, as the jobs found them. Start with {@link
 * org.consoleme.inventory.AccountIndex}. Knows no store and no AWS client.
 */
package org.consoleme.inventory;
