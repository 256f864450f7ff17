package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.consoleme.identity.Caller;
import org.consoleme.notifications.CardThreads;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.CommentOnRequest;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.SlackWork;
import org.consoleme.slack.events.SlackEvent;
import org.consoleme.slack.events.SlackEventHandler;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody says in the thread of a card is a comment of its request, in their name. Only on
 * cards in our record, and only by those whom we know: everybody may look at a request and talk
 * about it, so nobody's groups are asked for. Slack says it once and no more: what fails is tried
 * again at once, and then told to who said it.
 */
@Single
public class ThreadComments implements SlackEventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadComments.class);

    private final SlackWork work;
    private final SlackCallers known;
    private final RepliedCards cards;
    private final CardThreads threads;
    private final LookAtRequest look;
    private final CommentOnRequest comment;
    private final SlackTenant tenant;
    private final UntakenReplies untaken;

    @Inject
    public ThreadComments(
            SlackWork work,
            SlackCallers known,
            RepliedCards cards,
            CardThreads threads,
            LookAtRequest look,
            CommentOnRequest comment,
            SlackTenant tenant,
            UntakenReplies untaken) {
        this.work = work;
        this.known = known;
        this.cards = cards;
        this.threads = threads;
        this.look = look;
        this.comment = comment;
        this.tenant = tenant;
        this.untaken = untaken;
    }

    @Override
    public boolean wants(SlackEvent event) {
        return ThreadReply.of(event).isPresent();
    }

    @Override
    public void handle(SlackEvent event) {
        ThreadReply reply = ThreadReply.of(event).orElseThrow();
        work.answer(reply.call(event), call -> answer(call, reply, RepliedCards.LOOKS));
    }

    private SlackMessage answer(SlackCall call, ThreadReply reply, int looks) {
        Optional<PostedCard> card;
        try {
            card = cards.over(reply.channel(), reply.under());
        } catch (ProblemException e) {
            return whereCardsAre(call, reply, e);
        }
        return card.map(posted -> take(call, posted, reply))
                .orElseGet(() -> lookLater(call, reply, looks));
    }

    /** Mostly it is talk beside the cards, of which nothing is said. */
    private SlackMessage lookLater(SlackCall call, ThreadReply reply, int looks) {
        cards.lookLater(
                reply.channel(),
                looks,
                left -> work.answer(call, again -> answer(again, reply, left)));
        return new SlackMessage();
    }

    private SlackMessage whereCardsAre(SlackCall call, ThreadReply reply, ProblemException e) {
        LOG.atWarn()
                .addKeyValue("channel", reply.channel())
                .addKeyValue("cause", e.problem().sentence())
                .log("not known whether a reply is to a card");
        return cards.mayStandIn(reply.channel())
                ? untaken.because(call, e.problem())
                : new SlackMessage();
    }

    private SlackMessage take(SlackCall call, PostedCard card, ThreadReply reply) {
        try {
            Optional<Caller> caller = RepliedCards.insisting(() -> known.speakerOf(call));
            if (caller.isEmpty()) {
                return untaken.ofStranger(call);
            }
            return RepliedCards.insisting(() -> said(caller.get(), card, reply));
        } catch (ProblemException e) {
            return untaken.because(call, e.problem());
        }
    }

    /** Saying it twice does no harm: it is known by its id. */
    private SlackMessage said(Caller caller, PostedCard card, ThreadReply reply) {
        UUID id = reply.comment(tenant.home());
        if (!lacks(caller, card.request(), id)) {
            return new SlackMessage();
        }
        // first: else it could be said under the card once more
        threads.stands(card.place(), id.toString());
        try {
            comment.handle(caller, card.request(), reply.text(), id);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Conflict) || lacks(caller, card.request(), id)) {
                throw e;
            }
        }
        return new SlackMessage();
    }

    /** What ConsoleMe made takes no comment, and is on no card of ours. */
    private boolean lacks(Caller caller, RequestId request, UUID comment) {
        return switch (look.handle(caller, request).seen()) {
            case SeenRequest.Ours(var ours) -> !ours.hasComment(comment.toString());
            case SeenRequest.Unreadable unreadable -> throw UnreadableRequest.problem();
            case SeenRequest.Older older -> false;
        };
    }
}
