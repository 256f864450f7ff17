package org.consoleme.notifications;

import java.util.List;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Settings;
import org.consoleme.shared.UserId;

/**
 * Who is told what.
 *
 * @param noEndReminder {@code notifications.no_end_reminder}: users who are not told that a role
 *     they have for a time ends soon; {@code everybody} for all; nobody by default
 */
public record NotificationSettings(List<String> noEndReminder) implements Settings {
    private static final String EVERYBODY = "everybody";

    public NotificationSettings {
        noEndReminder = List.copyOf(noEndReminder);
    }

    public static NotificationSettings from(Configuration configuration) {
        return new NotificationSettings(configuration.list("notifications.no_end_reminder"));
    }

    /** Whether they hear that a role ends soon. */
    boolean reminds(UserId user) {
        return noEndReminder.stream()
                .noneMatch(entry -> entry.equals(EVERYBODY) || isUser(entry, user));
    }

    private static boolean isUser(String entry, UserId user) {
        return UserId.isUserId(entry) && new UserId(entry).equals(user);
    }
}
