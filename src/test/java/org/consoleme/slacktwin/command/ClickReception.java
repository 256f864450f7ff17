package org.consoleme.slacktwin.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.slacktwin.api.MessageArguments;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * The answer to a click or a shortcut: "taken" or not, nothing more.
 *
 * @param what what was clicked, as a failure names it
 */
public record ClickReception(Workspace workspace, String user, String channel, String what)
        implements Reception {

    @Override
    public Supplier<Optional<Message>> taken(AppReply reply) {
        return Optional::empty;
    }

    @Override
    public Optional<Message> failed(String error) {
        String text = what + " failed with the error \"" + error + "\"";
        return Optional.of(
                workspace
                        .messages()
                        .post(
                                Post.to(
                                                channel,
                                                Workspace.SLACKBOT,
                                                MessageArguments.of(text).content("slack"))
                                        .onlyFor(user)));
    }
}
