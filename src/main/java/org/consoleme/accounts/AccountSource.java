package org.consoleme.accounts;

import java.util.List;

/**
 * Where accounts come from: AWS Organizations, the configuration, or the current account.
 *
 * <p>Reading throws {@code Refused} or {@code Unavailable} when any part of the source could not be
 * read: half a list is never a list. Only where accounts stand in the organization may stay
 * unknown: {@link Account#ousKnown}.
 */
public interface AccountSource {

    /**
     * For the log and the self-check: {@code organizations}, {@code configuration}, {@code current
     * account}.
     */
    String name();

    List<Account> read();
}
