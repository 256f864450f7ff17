package org.consoleme.accounts;

/**
 * The accounts as the last {@code accounts} job left them; kept in memory, never a remote call for
 * the caller.
 */
public interface Accounts {

    AccountList current();

    /** Stores what a source said (Redis, S3) and makes it current on every node. */
    void replace(AccountList accounts);
}
