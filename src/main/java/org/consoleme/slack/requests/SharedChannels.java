package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.ApprovalRules;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.shared.OnceStore;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.AdminAlerts;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.events.SlackEvent;
import org.consoleme.slack.events.SlackEventHandler;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a channel with our cards is shared with another organization: the cards of what is still
 * under way become a link, and the administrators hear of it. Nothing more is posted there; that is
 * asked of Slack before each post.
 *
 * @see <a href="https://docs.slack.dev/reference/events/channel_shared">channel_shared</a>
 */
@Single
public class SharedChannels implements SlackEventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SharedChannels.class);
    private static final int PAGE = 100;
    private static final Duration ONCE_AN_HOUR = Duration.ofHours(1);
    private static final List<RequestState.Name> UNDER_WAY =
            List.of(
                    RequestState.Name.PENDING,
                    RequestState.Name.APPROVED,
                    RequestState.Name.APPLYING);

    private final Requests requests;
    private final PostedCards cards;
    private final ApprovalRules rules;
    private final SlackPosts posts;
    private final AdminAlerts alerts;
    private final SlackSettings settings;
    private final OnceStore once;

    @Inject
    public SharedChannels(
            Requests requests,
            PostedCards cards,
            ApprovalRules rules,
            SlackPosts posts,
            AdminAlerts alerts,
            SlackSettings settings,
            OnceStore once) {
        this.requests = requests;
        this.cards = cards;
        this.rules = rules;
        this.posts = posts;
        this.alerts = alerts;
        this.settings = settings;
        this.once = once;
    }

    @Override
    public boolean wants(SlackEvent event) {
        return event.type().equals("channel_shared") && event.text("channel").isPresent();
    }

    @Override
    public void handle(SlackEvent event) {
        found(event.text("channel").orElseThrow());
    }

    /** As the event, for what was seen without one: once an hour. */
    void seen(String channel) {
        try {
            if (once.firstTime("slack-shared:" + channel, ONCE_AN_HOUR)) {
                found(channel);
            }
        } catch (ProblemException away) {
            LOG.atWarn()
                    .addKeyValue("channel", channel)
                    .addKeyValue("problem", away.problem().sentence())
                    .log("shared channel not looked at");
        }
    }

    /** Does nothing in a channel that is none of ours. */
    private void found(String channel) {
        int withdrawn = UNDER_WAY.stream().mapToInt(state -> withdraw(state, channel)).sum();
        if (withdrawn > 0 || isForApprovals(channel)) {
            alerts.tell("shared channel " + channel, alert(channel, withdrawn));
        }
    }

    private boolean isForApprovals(String channel) {
        return settings.approvalsChannel().filter(channel::equals).isPresent()
                || rules.channels().stream().anyMatch(own -> own.id().equals(channel));
    }

    private int withdraw(RequestState.Name state, String channel) {
        int withdrawn = 0;
        Optional<String> next = Optional.empty();
        do {
            Requests.Page page = requests.inState(state, next, PAGE);
            for (ChangeRequest request : page.requests()) {
                withdrawn += withdraw(request, channel);
            }
            next = page.next();
        } while (next.isPresent());
        return withdrawn;
    }

    private int withdraw(ChangeRequest request, String channel) {
        List<SlackPlace> there =
                cards.of(request.id()).stream()
                        .filter(card -> card.kind() == PostedCard.Kind.CARD)
                        .flatMap(card -> SlackPlace.read(card.place()).stream())
                        .filter(place -> place.channel().equals(channel))
                        .toList();
        there.forEach(place -> withdraw(request, place));
        return there.size();
    }

    private void withdraw(ChangeRequest request, SlackPlace place) {
        try {
            posts.update(place, RequestCard.withheld(settings.page("/requests/" + request.id())));
        } catch (ProblemException e) {
            LOG.atError()
                    .addKeyValue("request", request.id())
                    .addKeyValue("problem", e.problem().sentence())
                    .log("card in a shared channel not withdrawn");
        }
    }

    private SlackMessage alert(String channel, int withdrawn) {
        return new SlackMessage()
                .line(
                        bold("The approvals channel " + channel + " is shared"),
                        plain(" with another organization. Nothing more is posted there."))
                .line(
                        plain(
                                (withdrawn == 1
                                                ? "1 card there was"
                                                : withdrawn + " cards there were")
                                        + " replaced by a link. Approvers who are"
                                        + " named still get theirs in direct messages; the console"
                                        + " shows all."))
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
