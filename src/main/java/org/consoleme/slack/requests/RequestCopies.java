package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.consoleme.notifications.Attempts;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Requests;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The posted copies of a request: posts one, on whichever node is first, and writes down where; and
 * brings all up to date.
 */
@Single
public class RequestCopies {
    private static final Logger LOG = LoggerFactory.getLogger(RequestCopies.class);

    private final SlackPosts posts;
    private final PostedCards cards;
    private final Requests requests;
    private final RequestFactsReader reader;
    private final CopyContent content;
    private final SlackSettings settings;
    private final SlackTenant tenant;
    private final Clock clock;
    private final CardDrawing drawing;

    @Inject
    public RequestCopies(
            SlackPosts posts,
            PostedCards cards,
            Requests requests,
            RequestFactsReader reader,
            OutcomeMessage outcomes,
            SlackSettings settings,
            SlackTenant tenant,
            Clock clock) {
        this.posts = posts;
        this.cards = cards;
        this.requests = requests;
        this.reader = reader;
        content = new CopyContent(posts, outcomes, settings);
        this.settings = settings;
        this.tenant = tenant;
        this.clock = clock;
        drawing = new CardDrawing(posts, cards, clock, CardDrawing.longest(settings));
    }

    /**
     * Posts unless it stands there already.
     *
     * @return false if somebody else is posting it, or broke off a short while ago: ask again later
     */
    boolean post(ChangeRequest request, RequestFacts facts, PostedCard.Kind kind, String channel) {
        SlackPlace nowhere = new SlackPlace(tenant.home(), channel, "");
        Copy copy = CopyNames.of(nowhere, request, facts, kind);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant until = now.plus(CardDrawing.longest(settings));
        return switch (cards.take(copy, now, until)) {
            case OURS -> {
                post(request, facts, copy, until, nowhere);
                yield true;
            }
            case TAKEN -> false;
            case POSTED -> true;
        };
    }

    /** After {@code Unavailable} it may stand there: then its buttons are dead. */
    private void post(
            ChangeRequest request,
            RequestFacts facts,
            Copy copy,
            Instant until,
            SlackPlace nowhere) {
        String ts;
        try {
            ts = posts.post(nowhere.channel(), content.first(request, facts, copy.kind()));
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Unavailable)) {
                cards.free(copy, until);
            }
            throw e;
        }
        SlackPlace place = new SlackPlace(nowhere.team(), nowhere.channel(), ts);
        PostedCard card =
                new PostedCard(
                        place.toString(),
                        request.id(),
                        copy.kind(),
                        request.hash(),
                        facts.revision(request),
                        clock.instant(),
                        CopyNames.occasion(request, facts, copy.kind()));
        if (!cards.posted(copy, until, card)) {
            posts.update(place, RequestCard.stale());
            return;
        }
        catchUp(card, place);
    }

    /** Whoever told of what changed while it was on its way did not find it in the record. */
    private void catchUp(PostedCard card, SlackPlace place) {
        try {
            ChangeRequest now = requests.find(card.request()).orElseThrow(RequestProblems::noCard);
            if (reader.of(now).outdates(card.revision(), now)) {
                refresh(now, reader.of(now), card, place);
            }
        } catch (ProblemException later) {
            cards.find(card.place()).ifPresent(now -> cards.outdated(now, clock.instant()));
        }
    }

    /**
     * Draws every copy anew that shows an older revision, or of which nobody knows what it shows.
     * One that Slack refuses keeps no other from being drawn.
     *
     * @param all those too that show this one: something else has changed
     * @throws RuntimeException the gravest of what went wrong: those that are done will not be done
     *     again
     */
    void refresh(ChangeRequest request, RequestFacts facts, boolean all) {
        long revision = facts.revision(request);
        Attempts attempts = new Attempts(SlackApi::away);
        for (PostedCard card : cards.of(request.id())) {
            if (facts.outdates(card.revision(), request) || (all && card.revision() == revision)) {
                SlackPlace.read(card.place())
                        .ifPresent(
                                place ->
                                        attempts.attempt(
                                                () -> refresh(request, facts, card, place)));
            }
        }
        attempts.finish();
    }

    /**
     * After somebody found that it is not as the card said. The outbox draws it too: what the
     * clicker is told must not wait for that, nor fail by it.
     *
     * @return the request as it is now, if it can be read
     */
    Optional<ChangeRequest> redraw(RequestId id) {
        Optional<ChangeRequest> now = Optional.empty();
        try {
            now = requests.find(id);
            now.ifPresent(request -> refresh(request, reader.of(request), true));
        } catch (ProblemException e) {
            LOG.atInfo()
                    .addKeyValue("request", id)
                    .addKeyValue("cause", e.problem().sentence())
                    .log("card not redrawn after a conflict");
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("request", id)
                    .setCause(e)
                    .log("card cannot be redrawn after a conflict");
        }
        return now;
    }

    private void refresh(
            ChangeRequest request, RequestFacts facts, PostedCard card, SlackPlace place) {
        try {
            update(request, facts, card, place);
        } catch (ProblemException e) {
            if (!CardDrawing.lost(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("request", request.id())
                    .addKeyValue("error", SlackApi.error(e).orElse(""))
                    .log("posted card cannot be updated any more");
            cards.forget(CopyNames.of(place, card), card.place());
        }
    }

    /** If somebody else draws it too, the latest state of all is what is to be seen. */
    private void update(
            ChangeRequest request, RequestFacts facts, PostedCard card, SlackPlace place) {
        ChangeRequest latest = request;
        RequestFacts known = facts;
        Optional<PostedCard> before =
                card.drawnUntil().isPresent()
                        ? older(card, known.revision(latest))
                        : Optional.of(card);
        for (int i = 0; i < CardDrawing.MOST && before.isPresent(); i++) {
            PostedCard after = shown(latest, known, card);
            SlackMessage message = content.now(latest, known, card, place);
            if (drawing.draw(before.get(), after, place, message)) {
                return;
            }
            latest = requests.find(latest.id()).orElse(latest);
            known = reader.of(latest);
            before = older(card, known.revision(latest));
        }
        if (before.isPresent()) {
            throw CardDrawing.busy();
        }
    }

    /** As it stands in the record itself: the list of cards comes from an index, which lags. */
    private Optional<PostedCard> older(PostedCard card, long revision) {
        return cards.find(card.place()).filter(found -> found.revision() < revision);
    }

    private static PostedCard shown(ChangeRequest request, RequestFacts facts, PostedCard card) {
        return new PostedCard(
                card.place(),
                request.id(),
                card.kind(),
                request.hash(),
                facts.revision(request),
                card.postedAt(),
                card.occasion());
    }
}
