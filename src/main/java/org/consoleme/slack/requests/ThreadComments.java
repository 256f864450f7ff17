package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.CardThreads;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.CommentOnRequest;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.SeenRequest;
import org.consoleme.shared.OnceStore;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.SlackWork;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.events.SlackEvent;
import org.consoleme.slack.events.SlackEventHandler;
import org.consoleme.slack.message.SlackMessage;

/**
 * What somebody says in the thread of a card is a comment of its request, in their name. Only on
 * cards in our record, and only by those whom we know; others hear privately, once a day, how to
 * become known.
 */
@Single
public class ThreadComments implements SlackEventHandler {
    private static final Duration ONCE_A_DAY = Duration.ofDays(1);

    private final SlackWork work;
    private final SlackCallers known;
    private final LinkedCallers callers;
    private final PostedCards cards;
    private final CardThreads threads;
    private final LookAtRequest look;
    private final CommentOnRequest comment;
    private final SlackTenant tenant;
    private final OnceStore once;

    @Inject
    public ThreadComments(
            SlackWork work,
            SlackCallers known,
            LinkedCallers callers,
            PostedCards cards,
            CardThreads threads,
            LookAtRequest look,
            CommentOnRequest comment,
            SlackTenant tenant,
            OnceStore once) {
        this.work = work;
        this.known = known;
        this.callers = callers;
        this.cards = cards;
        this.threads = threads;
        this.look = look;
        this.comment = comment;
        this.tenant = tenant;
        this.once = once;
    }

    @Override
    public boolean wants(SlackEvent event) {
        return ThreadReply.of(event).isPresent();
    }

    @Override
    public void handle(SlackEvent event) {
        ThreadReply reply = ThreadReply.of(event).orElseThrow();
        cards.find(reply.card(tenant.home()).toString())
                .filter(card -> card.kind() == PostedCard.Kind.CARD)
                .ifPresent(card -> work.answer(reply.call(event), call -> take(call, card, reply)));
    }

    private SlackMessage take(SlackCall call, PostedCard card, ThreadReply reply) {
        Optional<Caller> caller;
        try {
            caller = known.callerOf(call);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Forbidden && !firstTimeToday(call)) {
                return new SlackMessage();
            }
            throw e;
        }
        if (caller.isEmpty()) {
            return firstTimeToday(call) ? callers.invite(call) : new SlackMessage();
        }
        return said(caller.get(), card, reply);
    }

    private SlackMessage said(Caller caller, PostedCard card, ThreadReply reply) {
        UUID id = reply.comment(tenant.home());
        if (!(look.handle(caller, card.request()).seen() instanceof SeenRequest.Ours(var request))
                || request.hasComment(id.toString())) {
            return new SlackMessage();
        }
        // first: else it could be said under the card once more
        threads.stands(card.place(), id.toString());
        try {
            comment.handle(caller, card.request(), reply.text(), id);
            return new SlackMessage();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Invalid(String field, String reason)) {
                return notTaken(reason);
            }
            throw e;
        }
    }

    private static SlackMessage notTaken(String reason) {
        return new SlackMessage()
                .line(plain("Your reply did not become a comment of the request: " + reason + "."))
                .note(
                        "Slack keeps it until you delete it there. A secret that was shown should"
                                + " not be used any more.");
    }

    /** Whoever talks on in a thread is not told the same each time. */
    private boolean firstTimeToday(SlackCall call) {
        try {
            return once.firstTime("slack-thread:" + call.key(), ONCE_A_DAY);
        } catch (ProblemException away) {
            return false;
        }
    }
}
