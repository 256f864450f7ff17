package org.consoleme.slack.command;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.EligibleRole;
import org.consoleme.shared.RoleArn;

/**
 * What a "Use" button says when it is clicked: a role, and the length that was asked for. Nothing
 * is decided by it: whose role it is, and how long keys may live, is looked up at the click.
 */
record PickedRole(RoleArn role, Optional<Duration> length) {

    static PickedRole of(EligibleRole role) {
        return new PickedRole(role.role(), Optional.empty());
    }

    /** The button's value: an ARN, which has no space, and seconds. At most 700 characters. */
    String value() {
        return role + length.map(l -> " " + l.toSeconds()).orElse("");
    }

    /** Empty for anything that we would not write. */
    static Optional<PickedRole> read(String value) {
        int space = value.indexOf(' ');
        String arn = space < 0 ? value : value.substring(0, space);
        String seconds = space < 0 ? "" : value.substring(space + 1);
        if (!seconds.matches("[0-9]{0,7}")) {
            return Optional.empty();
        }
        return RoleArn.tryParse(arn)
                .map(
                        role ->
                                new PickedRole(
                                        role,
                                        Optional.of(seconds)
                                                .filter(text -> !text.isEmpty())
                                                .map(Long::parseLong)
                                                .map(Duration::ofSeconds)));
    }
}
