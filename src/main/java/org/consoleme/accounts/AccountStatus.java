package org.consoleme.accounts;

/**
 * ConsoleMe's account states that matter here; anything AWS adds later counts as {@link #INACTIVE}.
 */
public enum AccountStatus {
    ACTIVE("active"),
    SUSPENDED("suspended"),
    INACTIVE("in-active");

    private final String word;

    AccountStatus(String word) {
        this.word = word;
    }

    /** The word in {@code ALL_AWS_ACCOUNTS}. */
    public String word() {
        return word;
    }

    /** Unknown words (created, deprecated, deleted, in-progress, …) are not active. */
    public static AccountStatus ofWord(String word) {
        for (AccountStatus status : values()) {
            if (status.word.equals(word)) {
                return status;
            }
        }
        return INACTIVE;
    }
}
