package org.consoleme.shared;

/** A 12-digit AWS account number; leading zeros matter, so it is never a number. */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final int LENGTH = 12;

    public AccountId {
        if (!isAccountId(value)) {
            throw new Problem.Invalid("account", "an AWS account number has 12 digits")
                    .asException();
        }
    }

    public static boolean isAccountId(String text) {
        return text != null
                && text.length() == LENGTH
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
