package org.consoleme.slacktwin.workspace;

import java.util.List;

/**
 * A user group; Slack's API also calls it a subteam.
 *
 * @param id {@code S…}
 * @param handle what follows {@code @} in a mention
 * @param users user ids
 * @see <a href="https://docs.slack.dev/reference/objects/usergroup-object">usergroup object</a>
 */
public record UserGroup(String id, String handle, String name, List<String> users) {
    public UserGroup {
        users = List.copyOf(users);
    }
}
