package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.identity.SlackKey;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.events.SlackEvent;
import org.consoleme.slack.events.SlackEventHandler;
import org.consoleme.slack.verify.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What other apps and workflows post in the thread of a card, be it "approve" and in somebody's
 * name: no decision and no comment. It is in the audit trail; there is nobody to answer. What we
 * say there ourselves comes back to us too, and is nothing.
 *
 * @see <a href="https://docs.slack.dev/reference/events/message/bot_message">bot_message</a>
 */
@Single
public class AppReplies implements SlackEventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AppReplies.class);
    private static final String BOT_ID = "bot_id";
    private static final String APP_ID = "app_id";
    private static final String BY_BOT = "bot_message";
    private static final String CHANNEL = "channel";

    private final RepliedCards cards;
    private final SlackTenant tenant;
    private final Refusals refusals;

    @Inject
    public AppReplies(RepliedCards cards, SlackTenant tenant, Refusals refusals) {
        this.cards = cards;
        this.tenant = tenant;
        this.refusals = refusals;
    }

    @Override
    public boolean wants(SlackEvent event) {
        Optional<String> subtype = event.text("subtype");
        return event.type().equals("message")
                && (event.has(BOT_ID) || event.has(APP_ID) || subtype.equals(Optional.of(BY_BOT)))
                && subtype.filter(kind -> !kind.equals(BY_BOT) && !ThreadReply.SAID.contains(kind))
                        .isEmpty()
                && !event.has("edited")
                && !tenant.mayBeOurApp(
                        event.text(APP_ID).or(() -> event.text("bot_profile", APP_ID)))
                && event.text(CHANNEL).isPresent()
                && thread(event).isPresent();
    }

    @Override
    public void handle(SlackEvent event) {
        look(event, RepliedCards.LOOKS);
    }

    private void look(SlackEvent event, int looks) {
        String channel = event.text(CHANNEL).orElseThrow();
        if (isToACard(event, channel)) {
            String who = event.text("user").or(() -> event.text(BOT_ID)).orElse("unknown");
            refusals.refused(
                    "NotAPerson", new SlackKey(event.enterprise().orElse(event.team()), who));
        } else {
            cards.lookLater(channel, looks, left -> look(event, left));
        }
    }

    private boolean isToACard(SlackEvent event, String channel) {
        try {
            return cards.over(channel, thread(event).orElseThrow()).isPresent();
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue(CHANNEL, channel)
                    .addKeyValue("cause", e.problem().sentence())
                    .log("not known whether an app replied to a card");
            return false;
        }
    }

    /** The first message of the thread that it is posted in. */
    private static Optional<String> thread(SlackEvent event) {
        return event.text("thread_ts")
                .filter(thread -> !event.text("ts").equals(Optional.of(thread)));
    }
}
