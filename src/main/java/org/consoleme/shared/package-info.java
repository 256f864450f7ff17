/**
 * Values that every package speaks: who ({@link org.consoleme.shared.UserId}), which role ({@link
 * org.consoleme.shared.RoleArn}), what went wrong ({@link org.consoleme.shared.Problem}). Start
 * with {@code Problem}. Knows no other package.
 */
package org.consoleme.shared;
