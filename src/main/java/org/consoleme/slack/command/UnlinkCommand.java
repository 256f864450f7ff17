package org.consoleme.slack.command;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.identity.OpaqueId;
import org.consoleme.identity.UnlinkSlack;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;

/**
 * {@code unlink}: forgets who this Slack user is; works also when nothing else of the person is
 * known any more.
 */
@Single
public class UnlinkCommand implements SlackCommand {
    private final UnlinkSlack unlink;
    private final SlackSettings settings;

    @Inject
    public UnlinkCommand(UnlinkSlack unlink, SlackSettings settings) {
        this.unlink = unlink;
        this.settings = settings;
    }

    @Override
    public String verb() {
        return "unlink";
    }

    @Override
    public Usage usage() {
        return new Usage("unlink", "forgets who this Slack user is");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        boolean was =
                unlink.handle(
                        new Origin(
                                call.key().toString(),
                                Door.SLACK,
                                OpaqueId.make(),
                                Optional.empty()),
                        call.key());
        return new SlackMessage()
                .line(plain(was ? "Done: I don't know you any more." : "I did not know you."))
                .note(settings.command() + " link brings it back.");
    }
}
