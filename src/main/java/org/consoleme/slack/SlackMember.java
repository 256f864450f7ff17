package org.consoleme.slack;

import java.util.Optional;

/**
 * A Slack user as {@code users.info} describes them now.
 *
 * @param name for eyes only, as is the picture
 * @param picture an https address
 * @param full neither bot, guest, stranger nor deactivated; false if Slack left out one of the
 *     flags that it always sends for a member
 * @see <a href="https://docs.slack.dev/reference/objects/user-object">User object</a>
 */
public record SlackMember(
        String id,
        Optional<String> teamId,
        Optional<String> enterpriseId,
        String name,
        Optional<String> picture,
        boolean full) {}
