package org.consoleme.slacktwin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.consoleme.slacktwin.api.MessageArguments;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.Button;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.command.EventDesk;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * A person in front of Slack, in one channel. What waits for the app waits at most 3 seconds; each
 * {@code compose…} prepares the same request for a test to bend.
 */
public final class Actor {

    private final Workspace workspace;
    private final Desks desks;
    private final SlackUser user;
    private final Channel channel;

    Actor(Workspace workspace, Desks desks, SlackUser user, Channel channel) {
        this.workspace = workspace;
        this.desks = desks;
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
        return new Actor(workspace, desks, user, other);
    }

    /** Types a slash command and waits for the acknowledgement. */
    public AppAnswer type(String line) {
        return compose(line).send();
    }

    public CommandDraft compose(String line) {
        return desks.commands().draft(user, channel, line);
    }

    /** Clicks the first button with this label and waits for the acknowledgement. */
    public AppAnswer click(Message message, String label) {
        return composeClick(message, label).send();
    }

    /** The same in another channel, by its id or name. */
    public AppAnswer clickIn(String reference, Message message, String label) {
        return in(reference).click(message, label);
    }

    /**
     * A click that is not sent yet.
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
        return desks.clicks().draft(user, channel, message, button);
    }

    /** The modal that stands before this person now. */
    public Optional<SlackView> modal() {
        return workspace.views().top(user.id());
    }

    /** Takes a modal, or a Home tab, into their hands. */
    public Form form(SlackView view) {
        return new Form(workspace, desks.modals(), user, view);
    }

    /** Fills in a modal and submits it; see {@link Form}. */
    public AppAnswer submit(SlackView view, Map<String, ?> values) {
        return form(view).putAll(values).submit();
    }

    public CommandDraft composeSubmit(SlackView view, Map<String, ?> values) {
        return form(view).putAll(values).composeSubmit();
    }

    /** Types into a typeahead of a modal; see {@link Form#suggest}. */
    public List<Option> suggest(SlackView view, String field, String query) {
        return form(view).suggest(field, query);
    }

    /** Takes a global shortcut. */
    public AppAnswer shortcut(String callbackId) {
        return composeShortcut(callbackId).send();
    }

    public CommandDraft composeShortcut(String callbackId) {
        return desks.shortcuts().global(user, channel, callbackId);
    }

    /** Takes a shortcut from the menu of a message. */
    public AppAnswer shortcut(String callbackId, Message message) {
        return composeShortcut(callbackId, message).send();
    }

    public CommandDraft composeShortcut(String callbackId, Message message) {
        return desks.shortcuts().onMessage(user, channel, callbackId, message);
    }

    /** Opens the app's Home tab; the app hears of it whether it subscribed or not. */
    public AppAnswer openHome() {
        return composeOpenHome().send();
    }

    public CommandDraft composeOpenHome() {
        return desks.events().homeOpened(user, direct(), "home");
    }

    /** Opens the app's Home tab on the page: the app hears of it if it subscribed. */
    void lookAtHome() {
        if (desks.subscribed().contains("app_home_opened")) {
            openHome();
        }
    }

    private Channel direct() {
        return workspace.channels().openDirect(List.of(workspace.bot().id(), user.id()));
    }

    /** Says something that is no command; the app hears of it if it subscribed and is there. */
    public Message say(String text) {
        return say(text, Optional.empty());
    }

    /** Answers in the thread of a message. */
    public Message reply(Message to, String text) {
        return say(text, Optional.of(to.threadTs().orElse(to.ts())));
    }

    /** The same; the app has not heard of it yet. */
    public CommandDraft composeReply(Message to, String text) {
        Message said = posted(text, Optional.of(to.threadTs().orElse(to.ts())));
        return desks.events().said(channel, said);
    }

    private Message posted(String text, Optional<String> thread) {
        return workspace
                .messages()
                .post(
                        Post.to(channel.id(), user.id(), MessageArguments.of(text).content("typed"))
                                .in(thread));
    }

    private Message say(String text, Optional<String> thread) {
        Message said = posted(text, thread);
        if (channel.has(workspace.bot().id())
                && desks.subscribed().contains(EventDesk.subscription(channel))) {
            desks.events().said(channel, said).send();
        }
        return said;
    }

    /** Posts the same text and blocks in their own name, as a forged or forwarded card would be. */
    public Message copy(Message original) {
        return workspace.messages().post(Post.to(channel.id(), user.id(), original.content()));
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
