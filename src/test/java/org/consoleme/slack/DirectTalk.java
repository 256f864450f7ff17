package org.consoleme.slack;

import java.util.List;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;

/** The conversation that somebody has with us alone. */
final class DirectTalk {
    private DirectTalk() {}

    /** Of the conversation, which is opened if it was not. */
    static String channel(SlackDoor door, String slackUser) {
        return door.twin
                .workspace()
                .channels()
                .openDirect(List.of(TwinSettings.BOT, slackUser))
                .id();
    }

    static List<Message> of(SlackDoor door, String slackUser) {
        return door.twin.workspace().messages().in(channel(door, slackUser));
    }

    /** What stays there, as it is read. */
    static List<String> read(SlackDoor door, String slackUser) {
        return of(door, slackUser).stream()
                .filter(message -> !message.ephemeral())
                .map(door.twin::draw)
                .toList();
    }
}
