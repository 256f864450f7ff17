package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.time.Duration;
import org.consoleme.access.ApprovalRules;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.OnceStore;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.slack.AdminAlerts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.Unfinished;
import org.consoleme.slack.events.SlackEvent;
import org.consoleme.slack.events.SlackEventHandler;
import org.consoleme.slack.message.SlackMessage;

/**
 * When a channel with our cards is shared with another organization: the cards of what is under way
 * become a link, and the administrators hear of it. Nothing more is posted there; that is asked of
 * Slack before each post.
 *
 * @see <a href="https://docs.slack.dev/reference/events/channel_shared">channel_shared</a>
 */
@Single
public class SharedChannels implements SlackEventHandler {
    private static final Duration ONCE_AN_HOUR = Duration.ofHours(1);

    /** Long enough for one node to see to it; if it died, another may begin. */
    private static final Duration ONE_AT_A_TIME = Duration.ofMinutes(2);

    private final CardWithdrawal withdrawal;
    private final ApprovalRules rules;
    private final AdminAlerts alerts;
    private final SlackSettings settings;
    private final OnceStore once;
    private final Ephemeral store;
    private final Unfinished unfinished;

    @Inject
    public SharedChannels(
            CardWithdrawal withdrawal,
            ApprovalRules rules,
            AdminAlerts alerts,
            SlackSettings settings,
            OnceStore once,
            Ephemeral store,
            Unfinished unfinished) {
        this.withdrawal = withdrawal;
        this.rules = rules;
        this.alerts = alerts;
        this.settings = settings;
        this.once = once;
        this.store = store;
        this.unfinished = unfinished;
    }

    @Override
    public boolean wants(SlackEvent event) {
        return event.type().equals("channel_shared") && event.text("channel").isPresent();
    }

    @Override
    public void handle(SlackEvent event) {
        String channel = event.text("channel").orElseThrow();
        unfinished.attempt("shared " + channel, () -> found(channel));
    }

    /** As the event, for what was seen without one: once an hour, if it went through. */
    void seen(String channel) {
        String key = "slack-shared:" + channel;
        unfinished.attempt(
                "seen shared " + channel,
                () -> {
                    if (store.get(key).isEmpty() && once.firstTime(key + ":begun", ONE_AT_A_TIME)) {
                        found(channel);
                        store.put(key, "done", ONCE_AN_HOUR);
                    }
                });
    }

    /**
     * Does nothing in a channel that is none of ours.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} if it is to be done again
     */
    private void found(String channel) {
        Withdrawn withdrawn = withdrawal.from(channel);
        if (withdrawn.any() || isForApprovals(channel)) {
            alerts.tell("shared channel " + channel, alert(channel, withdrawn));
        }
        if (!withdrawn.all()) {
            throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(30)).asException();
        }
    }

    private boolean isForApprovals(String channel) {
        return settings.approvalsChannel().filter(channel::equals).isPresent()
                || rules.channels().stream().anyMatch(own -> own.id().equals(channel));
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
