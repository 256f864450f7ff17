package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.OnceStore;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.AdminAlerts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.Unfinished;
import org.consoleme.slack.events.SlackEvent;
import org.consoleme.slack.events.SlackEventHandler;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a channel with our cards is shared with another organization: the cards of what is under way
 * become a link, and the administrators hear of it. Nothing more is posted there; that is asked of
 * Slack before each post. When it is ours alone again, the cards come back.
 *
 * @see <a href="https://docs.slack.dev/reference/events/channel_shared">channel_shared</a>
 * @see <a href="https://docs.slack.dev/reference/events/channel_unshared">channel_unshared</a>
 */
@Single
public class SharedChannels implements SlackEventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SharedChannels.class);
    private static final String SHARED = "channel_shared";
    private static final String UNSHARED = "channel_unshared";
    private static final Duration ONCE_AN_HOUR = Duration.ofHours(1);

    /** Long enough for one node to see to it; if it died, another may begin. */
    private static final Duration ONE_AT_A_TIME = Duration.ofMinutes(2);

    private final CardWithdrawal withdrawal;
    private final CardChannels channels;
    private final AdminAlerts alerts;
    private final SlackSettings settings;
    private final OnceStore once;
    private final Ephemeral store;
    private final WithheldCards held;
    private final Unfinished unfinished;

    @Inject
    public SharedChannels(
            CardWithdrawal withdrawal,
            CardChannels channels,
            AdminAlerts alerts,
            SlackSettings settings,
            OnceStore once,
            Ephemeral store,
            Unfinished unfinished) {
        this.withdrawal = withdrawal;
        this.channels = channels;
        this.alerts = alerts;
        this.settings = settings;
        this.once = once;
        this.store = store;
        held = new WithheldCards(store);
        this.unfinished = unfinished;
    }

    @Override
    public boolean wants(SlackEvent event) {
        return (event.type().equals(SHARED) || event.type().equals(UNSHARED))
                && event.text("channel").isPresent();
    }

    @Override
    public void handle(SlackEvent event) {
        String channel = event.text("channel").orElseThrow();
        if (event.type().equals(UNSHARED)) {
            unfinished.attempt(work(channel), () -> restored(channel));
            return;
        }
        unfinished.attempt(
                work(channel),
                () -> {
                    quietly(() -> store.put(seenTo(channel), "begun", ONE_AT_A_TIME));
                    found(channel);
                });
    }

    /** As the event, for what was seen without one: once an hour, if it went through. */
    void seen(String channel) {
        unfinished.attempt(
                "seen shared " + channel,
                () -> {
                    String key = seenTo(channel);
                    if (store.get(key).isEmpty()) {
                        require(once.firstTime(key + ":begun", ONE_AT_A_TIME));
                        found(channel);
                    }
                });
    }

    /** It is ours alone: if it was shared before, the cards come back, also without the event. */
    void ours(String channel) {
        unfinished.attempt(
                work(channel),
                () -> {
                    if (held.in(channel).isPresent()) {
                        restored(channel);
                    }
                });
    }

    /** One name for both, since the latest counts. */
    private static String work(String channel) {
        return "sharing of " + channel;
    }

    private static String seenTo(String channel) {
        return "slack-shared:" + channel;
    }

    /**
     * Does nothing in a channel that is none of ours.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} if it is to be done again
     */
    private void found(String channel) {
        Withdrawn withdrawn =
                withdrawal.from(channel, whose -> quietly(() -> held.note(channel, whose)));
        if (withdrawn.any() || channels.has(channel)) {
            alerts.tell("shared channel " + channel, alert(channel, withdrawn));
        }
        require(withdrawn.all());
        quietly(() -> store.put(seenTo(channel), "done", ONCE_AN_HOUR));
    }

    /** Whoever draws them asks Slack about the channel, so it does no harm where it is shared. */
    private void restored(String channel) {
        require(withdrawal.undo(channel, held.in(channel).orElse(Set.of())));
        quietly(() -> held.forget(channel));
        quietly(() -> store.take(seenTo(channel)));
    }

    private static void require(boolean all) {
        if (!all) {
            throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(30)).asException();
        }
    }

    /** A store that is away keeps no card from being withdrawn. */
    private static void quietly(Runnable note) {
        try {
            note.run();
        } catch (ProblemException away) {
            LOG.atInfo()
                    .addKeyValue("problem", away.problem().sentence())
                    .log("not noted what became of a shared channel");
        }
    }

    private SlackMessage alert(String channel, Withdrawn withdrawn) {
        return new SlackMessage()
                .line(
                        bold("The approvals channel " + channel + " is shared"),
                        plain(" with another organization. Nothing more is posted there."))
                .line(
                        plain(
                                withdrawn.sentence()
                                        + " Approvers who are named still get theirs in direct"
                                        + " messages; the console shows all."))
                .line(
                        plain(
                                "Choose a private channel of your own, in slack.approvals_channel or"
                                        + " in the rule that names this one."))
                .buttons(
                        SlackMessage.link(
                                "selfcheck.open",
                                "Open self-check",
                                settings.page("/self-check"),
                                false));
    }
}
