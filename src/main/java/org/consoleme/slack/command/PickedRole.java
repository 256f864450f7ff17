package org.consoleme.slack.command;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.EligibleRole;
import org.consoleme.shared.RoleArn;

/**
 * What a "Use" button says when it is clicked: a role, the length that was asked for, and why.
 * Nothing is decided by it: whose role it is, and how long keys may live, is looked up at the
 * click.
 */
record PickedRole(RoleArn role, Optional<Duration> length, Optional<String> because) {

    static PickedRole of(EligibleRole role) {
        return new PickedRole(role.role(), Optional.empty(), Optional.empty());
    }

    /**
     * The button's value: an ARN, which has no space, seconds (0 for none), and the words. At most
     * 700 characters and those of {@link CommandLine#LONGEST_REASON}.
     */
    String value() {
        if (length.isEmpty() && because.isEmpty()) {
            return role.toString();
        }
        return role
                + " "
                + length.map(Duration::toSeconds).orElse(0L)
                + because.map(words -> " " + words).orElse("");
    }

    /** Empty for anything that we would not write. */
    static Optional<PickedRole> read(String value) {
        String[] parts = value.split(" ", 3);
        if (parts.length > 1 && !parts[1].matches("[0-9]{1,7}")) {
            return Optional.empty();
        }
        Optional<Duration> length =
                Optional.of(parts)
                        .filter(all -> all.length > 1)
                        .map(all -> Duration.ofSeconds(Long.parseLong(all[1])))
                        .filter(Duration::isPositive);
        Optional<String> because =
                Optional.of(parts).filter(all -> all.length > 2).map(all -> all[2]);
        return RoleArn.tryParse(parts[0]).map(role -> new PickedRole(role, length, because));
    }
}
