package org.consoleme.slack.requests;

import java.util.Optional;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;

/**
 * A role in a menu or a button, short enough for Slack: a name is given once in an account, and an
 * ARN with its path may be too long.
 */
record RoleKey(AccountId account, String name) {

    static RoleKey of(RoleArn role) {
        return new RoleKey(role.account(), role.name());
    }

    /** Empty for anything that is none. */
    static Optional<RoleKey> read(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 2
                        && AccountId.isAccountId(parts[0])
                        && parts[1].matches("[A-Za-z0-9_+=,.@-]{1,64}")
                ? Optional.of(new RoleKey(new AccountId(parts[0]), parts[1]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return account + "/" + name;
    }
}
