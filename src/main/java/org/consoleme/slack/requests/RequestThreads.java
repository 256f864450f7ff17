package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.notifications.Attempts;
import org.consoleme.notifications.CardThreads;
import org.consoleme.notifications.Notifier;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackReplies;
import org.consoleme.slack.SlackSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the thread of each card what people say about its request elsewhere: once, in order, and
 * not in the thread that it came from; of what was said before the card, only how much. Says there
 * too, for all to see, that there is to decide anew. Runs again after a failure; what was posted
 * without an answer is looked for in the thread first.
 */
@Single
public class RequestThreads implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(RequestThreads.class);

    /** What Slack says, besides {@link CardDrawing#LOST}, where no reply is ever taken. */
    private static final Set<String> CLOSED =
            Set.of(
                    "thread_not_found",
                    "cannot_reply_to_message",
                    "restricted_action",
                    "restricted_action_non_threadable_channel",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_locked",
                    "user_disabled");

    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** So long a card may be on its way, or not yet seen in the record. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

    private final PostedCards cards;
    private final CardThreads threads;
    private final CardChannels channels;
    private final SlackReplies replies;
    private final SlackPosts posts;
    private final SlackSettings settings;
    private final Clock clock;

    @Inject
    public RequestThreads(
            PostedCards cards,
            CardThreads threads,
            CardChannels channels,
            SlackReplies replies,
            SlackPosts posts,
            SlackSettings settings,
            Clock clock) {
        this.cards = cards;
        this.threads = threads;
        this.channels = channels;
        this.replies = replies;
        this.posts = posts;
        this.settings = settings;
        this.clock = clock;
    }

    /** After the cards. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void requestChanged(ChangeRequest request) {
        List<Comment> comments =
                request.comments().stream()
                        .filter(comment -> !comment.by().equals(ChangeRequest.SYSTEM))
                        .toList();
        boolean waits = request.state() instanceof RequestState.Pending;
        if (settings.open() && (waits || !comments.isEmpty())) {
            tell(request, comments);
        }
    }

    @Override
    public void grantChanged(Grant grant) {
        // nobody says anything by that
    }

    /** A thread that Slack refuses keeps nobody else from hearing. */
    private void tell(ChangeRequest request, List<Comment> comments) {
        List<PostedCard> there =
                cards.of(request.id()).stream()
                        .filter(card -> card.kind() == PostedCard.Kind.CARD)
                        .toList();
        Attempts attempts = new Attempts(SlackApi::away);
        there.forEach(card -> attempts.attempt(() -> unlessClosed(request, card, comments)));
        attempts.finish();
        if (!comments.isEmpty() && awaitsCard(request, there)) {
            throw new Problem.Unavailable("The card of a request", AGAIN).asException();
        }
    }

    private void unlessClosed(ChangeRequest request, PostedCard card, List<Comment> comments) {
        try {
            tell(request, card, comments);
        } catch (ProblemException e) {
            if (!givenUp(request, e)) {
                throw e;
            }
        }
    }

    private void tell(ChangeRequest request, PostedCard card, List<Comment> comments) {
        Optional<SlackPlace> place =
                SlackPlace.read(card.place()).filter(at -> isTalkedIn(request, at));
        if (place.isEmpty() || (comments.isEmpty() && !ThreadLine.isAnew(request, card))) {
            return;
        }
        List<ThreadLine> missing = missing(request, card, comments);
        if (!missing.isEmpty() && !isShared(place.get())) {
            missing.forEach(line -> say(place.get(), line));
        }
    }

    private List<ThreadLine> missing(
            ChangeRequest request, PostedCard card, List<Comment> comments) {
        Set<String> said = threads.said(card.place());
        List<ThreadLine> missing =
                new ArrayList<>(
                        ThreadLine.missing(
                                comments,
                                said,
                                card.postedAt().truncatedTo(ChronoUnit.MILLIS),
                                settings.page("/requests/" + request.id())));
        ThreadLine anew = ThreadLine.anew(request);
        if (ThreadLine.isAnew(request, card) && !said.contains(anew.id())) {
            missing.add(anew);
        }
        return missing;
    }

    private void say(SlackPlace place, ThreadLine line) {
        String card = place.toString();
        if (threads.begin(card, line.id()) || !replies.stands(place, line.id())) {
            replies.say(place, line.message(), line.aloud());
        }
        threads.stands(card, line.id());
    }

    /**
     * In each channel where the card stands, whatever the configuration names by now: replies there
     * are taken by the same record. Nobody is disturbed directly by what is over.
     */
    private static boolean isTalkedIn(ChangeRequest request, SlackPlace place) {
        return !place.direct() || !isOver(request.state());
    }

    private static boolean isOver(RequestState state) {
        return switch (state.name()) {
            case PENDING, APPROVED, APPLYING, FAILED -> false;
            case APPLIED, REJECTED, CANCELLED, EXPIRED -> true;
        };
    }

    /** Between us and one person nobody else ever is, and we may not ask about it. */
    private boolean isShared(SlackPlace place) {
        return !place.direct() && posts.room(place.channel()).shared();
    }

    /** What was just posted may not be seen in the record yet. */
    private boolean awaitsCard(ChangeRequest request, List<PostedCard> there) {
        return request.state() instanceof RequestState.Pending
                && clock.instant().isBefore(request.requestedAt().plus(ON_ITS_WAY))
                && there.stream()
                        .flatMap(card -> SlackPlace.read(card.place()).stream())
                        .allMatch(SlackPlace::direct)
                && channels.expected(request);
    }

    /** Whether the card is gone, or in a channel that we have left, or where nobody can reply. */
    private static boolean givenUp(ChangeRequest request, ProblemException e) {
        Optional<String> error = SlackApi.error(e);
        boolean lost = error.filter(RequestThreads::isLost).isPresent();
        error.ifPresent(
                said ->
                        LOG.atWarn()
                                .addKeyValue("request", request.id())
                                .addKeyValue("error", said)
                                .addKeyValue("again", !lost)
                                .log("comment not said in a thread"));
        return lost;
    }

    private static boolean isLost(String error) {
        return CardDrawing.LOST.contains(error) || CLOSED.contains(error);
    }
}
