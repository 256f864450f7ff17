package org.consoleme.slack.command;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;

/** {@code link}: lets a person tie this Slack user to themselves, by signing in. */
@Single
public class LinkCommand implements SlackCommand {
    private final LinkedCallers callers;
    private final SlackLinks links;
    private final SlackSettings settings;

    @Inject
    public LinkCommand(LinkedCallers callers, SlackLinks links, SlackSettings settings) {
        this.callers = callers;
        this.links = links;
        this.settings = settings;
    }

    @Override
    public String verb() {
        return "link";
    }

    @Override
    public Usage usage() {
        return new Usage("link", "ties this Slack user to you, by signing in once");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        return links.personOf(call.key())
                .map(
                        user ->
                                new SlackMessage()
                                        .line(
                                                plain("This Slack user is linked to "),
                                                bold(user.value()),
                                                plain("."))
                                        .note(settings.command() + " unlink takes the link away."))
                .orElseGet(() -> callers.invite(call));
    }
}
