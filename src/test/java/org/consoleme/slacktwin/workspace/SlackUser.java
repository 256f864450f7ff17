package org.consoleme.slacktwin.workspace;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody with a Slack account, seen from the twin's workspace.
 *
 * @param id {@code U…} or {@code W…}
 * @param teamId the workspace the account belongs to; another than the twin's own for Slack Connect
 * @param handle the {@code name} of the API and {@code user_name} of a command; never proof of
 *     anything
 * @param email absent where Slack would hide it
 * @param fields of the profile that the workspace made up; mostly for their owner to fill in
 * @see <a href="https://docs.slack.dev/reference/objects/user-object">user object</a>
 */
public record SlackUser(
        String id,
        String teamId,
        Optional<String> enterpriseId,
        String handle,
        String realName,
        Optional<String> email,
        Set<Flag> flags,
        Map<String, String> fields) {

    /** What Slack says about an account; each is one {@code is_…} field of the user object. */
    public enum Flag {
        ADMIN,
        BOT,
        WORKFLOW_BOT,
        RESTRICTED,
        ULTRA_RESTRICTED,
        STRANGER,
        DELETED,
        EMAIL_UNCONFIRMED
    }

    public SlackUser {
        flags = Set.copyOf(flags);
        fields = Map.copyOf(fields);
    }

    /** A full member whose handle is the local part of the address. */
    public static SlackUser person(String id, String teamId, String realName, String email) {
        int at = email.indexOf('@');
        return new SlackUser(
                id,
                teamId,
                Optional.empty(),
                at > 0 ? email.substring(0, at) : email,
                realName,
                Optional.of(email),
                Set.of(),
                Map.of());
    }

    /** The app's own bot user. */
    public static SlackUser bot(String id, String teamId, String name) {
        return new SlackUser(
                id,
                teamId,
                Optional.empty(),
                name,
                name,
                Optional.empty(),
                Set.of(Flag.BOT),
                Map.of());
    }

    /** The same account with one more flag. */
    public SlackUser with(Flag flag) {
        Set<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new SlackUser(id, teamId, enterpriseId, handle, realName, email, more, fields);
    }

    /** The same account in another workspace, perhaps of an organisation. */
    public SlackUser of(String otherTeamId, Optional<String> otherEnterpriseId) {
        return new SlackUser(
                id, otherTeamId, otherEnterpriseId, handle, realName, email, flags, fields);
    }

    /** The same account under another name, as its owner may choose at any time. */
    public SlackUser renamed(String newHandle, String newRealName) {
        return new SlackUser(
                id, teamId, enterpriseId, newHandle, newRealName, email, flags, fields);
    }

    /** The same account with another address, or with a hidden one. */
    public SlackUser withEmail(Optional<String> newEmail) {
        return new SlackUser(id, teamId, enterpriseId, handle, realName, newEmail, flags, fields);
    }

    /** The same account with one more field in the profile. */
    public SlackUser withField(String fieldId, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(fieldId, value);
        return new SlackUser(id, teamId, enterpriseId, handle, realName, email, flags, more);
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }
}
