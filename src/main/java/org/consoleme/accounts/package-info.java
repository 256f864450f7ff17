/**
 * Which AWS accounts exist: {@link org.consoleme.accounts.Accounts} for readers, {@link
 * org.consoleme.accounts.AccountSource} for the job. Knows {@code shared} and {@code audit}.
 */
package org.consoleme.accounts;
