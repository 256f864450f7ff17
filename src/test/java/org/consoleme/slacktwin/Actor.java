package org.consoleme.slacktwin;

import org.consoleme.slacktwin.api.MessageArguments;
import org.consoleme.slacktwin.command.AppAnswer;
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
    private final SlackUser user;
    private final Channel channel;

    Actor(Workspace workspace, CommandDesk desk, SlackUser user, Channel channel) {
        this.workspace = workspace;
        this.desk = desk;
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
        return new Actor(workspace, desk, user, other);
    }

    /** Types a slash command and waits for the acknowledgement, at most 3 seconds. */
    public AppAnswer type(String line) {
        return compose(line).send();
    }

    /** A slash command that is not sent yet, to be bent by a test. */
    public CommandDraft compose(String line) {
        return desk.draft(user, channel, line);
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
