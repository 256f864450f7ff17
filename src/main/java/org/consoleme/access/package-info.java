/**
 * Who may use what. Start with {@link org.consoleme.access.FindRole}; every way to be eligible is
 * an {@link org.consoleme.access.EligibilitySource}. Knows no door and no store.
 */
package org.consoleme.access;
