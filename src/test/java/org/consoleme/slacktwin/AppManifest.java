package org.consoleme.slacktwin;

import java.util.List;
import java.util.Set;
import org.consoleme.slacktwin.page.Shortcut;
import org.consoleme.slacktwin.page.SubCommand;

/**
 * What the app has registered with Slack.
 *
 * @param command its slash command
 * @param subCommands what the page completes
 * @param shortcuts what the page offers
 * @param events subscriptions, such as {@code app_home_opened} or {@code message.channels}; of
 *     other events the app does not hear
 * @param socketMode whether everything comes over sockets that the app opens
 */
public record AppManifest(
        String command,
        List<SubCommand> subCommands,
        List<Shortcut> shortcuts,
        Set<String> events,
        boolean socketMode) {

    /** What ConsoleMe's own manifest subscribes to. */
    public static final Set<String> EVENTS =
            Set.of(
                    "channel_shared",
                    "channel_unshared",
                    "message.channels",
                    "message.groups",
                    "user_change");

    public AppManifest {
        subCommands = List.copyOf(subCommands);
        shortcuts = List.copyOf(shortcuts);
        events = Set.copyOf(events);
    }

    /** ConsoleMe's command and shortcuts, without events. */
    public static AppManifest usual() {
        return new AppManifest("/consoleme", SubCommand.known(), Shortcut.known(), Set.of(), false);
    }

    AppManifest named(String newCommand) {
        return new AppManifest(newCommand, subCommands, shortcuts, events, socketMode);
    }

    AppManifest hearing(Set<String> newEvents) {
        return new AppManifest(command, subCommands, shortcuts, newEvents, socketMode);
    }

    AppManifest overSockets() {
        return new AppManifest(command, subCommands, shortcuts, events, true);
    }
}
