package org.consoleme.slacktwin;

import java.util.function.Predicate;
import org.consoleme.slacktwin.api.MessageArguments;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.Button;
import org.consoleme.slacktwin.command.ClickDesk;
import org.consoleme.slacktwin.command.CommandDesk;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/** A person in front of Slack, in one channel. */
public final class Actor {

    private final Workspace workspace;
    private final CommandDesk desk;
    private final ClickDesk clicks;
    private final SlackUser user;
    private final Channel channel;

    Actor(
            Workspace workspace,
            CommandDesk desk,
            ClickDesk clicks,
            SlackUser user,
            Channel channel) {
        this.workspace = workspace;
        this.desk = desk;
        this.clicks = clicks;
        this.user = user;
        this.channel = channel;
    }

    /**
     * The same person elsewhere.
     *
     * @param reference a channel's id or name
     * @throws IllegalArgumentException if there is no such channel, or the person is not in it
     */
    public Actor in(String reference) {
        Channel other =
                workspace
                        .channels()
                        .findByIdOrName(reference)
                        .filter(c -> c.has(user.id()))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                user.handle() + " is in no channel " + reference));
        return new Actor(workspace, desk, clicks, user, other);
    }

    /** Types a slash command and waits for the acknowledgement, at most 3 seconds. */
    public AppAnswer type(String line) {
        return compose(line).send();
    }

    /** A slash command that is not sent yet, to be bent by a test. */
    public CommandDraft compose(String line) {
        return desk.draft(user, channel, line);
    }

    /** Clicks the first button with this label and waits for the acknowledgement. */
    public AppAnswer click(Message message, String label) {
        return composeClick(message, label).send();
    }

    /**
     * A click that is not sent yet, to be bent by a test.
     *
     * @throws IllegalArgumentException if the message has no such button
     */
    public CommandDraft composeClick(Message message, String label) {
        return composeClick(message, b -> b.label().equals(label));
    }

    /**
     * A click on the first button that fits.
     *
     * @throws IllegalArgumentException if the message has none, or is not for this person
     */
    CommandDraft composeClick(Message message, Predicate<Button> wanted) {
        if (!message.visibleTo(user.id())) {
            throw new IllegalArgumentException(user.handle() + " does not see that message");
        }
        Button button =
                Button.in(message).stream()
                        .filter(wanted)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such button"));
        return clicks.draft(user, channel, message, button);
    }

    /** Says something that is no command; the app does not hear of it. */
    public Message say(String text) {
        return workspace
                .messages()
                .post(Post.to(channel.id(), user.id(), MessageArguments.of(text).content("typed")));
    }

    /** Tells the person, and nobody else, what Slack itself has to say. */
    Message hear(String text) {
        return workspace
                .messages()
                .post(
                        Post.to(
                                        channel.id(),
                                        Workspace.SLACKBOT,
                                        MessageArguments.of(text).content("slack"))
                                .onlyFor(user.id()));
    }
}
