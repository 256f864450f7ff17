package org.consoleme.slack.command;

import java.util.stream.Stream;
import org.consoleme.slack.SlackSettings;

/** All commands, as the container would find them. */
public final class AllCommands {
    private AllCommands() {}

    public static SlackCommands of(
            CredsCommand creds,
            FindCommand find,
            WhoamiCommand whoami,
            LinkCommand link,
            UnlinkCommand unlink,
            Stream<SlackCommand> more,
            SlackSettings settings) {
        return new SlackCommands(
                Stream.concat(Stream.<SlackCommand>of(creds, find, whoami, link, unlink), more),
                settings);
    }
}
