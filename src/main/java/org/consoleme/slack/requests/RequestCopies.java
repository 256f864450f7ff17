package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The posted copies of a request: posts one and writes down where, and brings all up to date. */
@Single
public class RequestCopies {
    private static final Logger LOG = LoggerFactory.getLogger(RequestCopies.class);

    /** What Slack says of a message that we can write no more. */
    private static final Set<String> LOST =
            Set.of(
                    "message_not_found",
                    "channel_not_found",
                    "cant_update_message",
                    "edit_window_closed",
                    "is_inactive",
                    "is_archived",
                    "not_in_channel");

    private final SlackPosts posts;
    private final PostedCards cards;
    private final OutcomeMessage outcomes;
    private final SlackSettings settings;
    private final SlackTenant tenant;
    private final Clock clock;

    @Inject
    public RequestCopies(
            SlackPosts posts,
            PostedCards cards,
            OutcomeMessage outcomes,
            SlackSettings settings,
            SlackTenant tenant,
            Clock clock) {
        this.posts = posts;
        this.cards = cards;
        this.outcomes = outcomes;
        this.settings = settings;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Whether a copy of this kind stands in the conversation. */
    boolean has(ChangeRequest request, PostedCard.Kind kind, String channel) {
        return cards.of(request.id()).stream()
                .filter(card -> card.kind() == kind)
                .flatMap(card -> SlackPlace.read(card.place()).stream())
                .anyMatch(place -> place.channel().equals(channel));
    }

    boolean hasAny(ChangeRequest request, PostedCard.Kind kind) {
        return cards.of(request.id()).stream().anyMatch(card -> card.kind() == kind);
    }

    /** Posts unless it stands there already. */
    void post(ChangeRequest request, RequestFacts facts, PostedCard.Kind kind, String channel) {
        if (has(request, kind, channel)) {
            return;
        }
        String home = tenant.home();
        String ts = posts.post(channel, draw(request, facts, kind));
        cards.save(card(request, kind, new SlackPlace(home, channel, ts)));
    }

    /**
     * Draws every copy anew that shows an older revision.
     *
     * @param all those too that show this one: something else has changed
     * @throws org.consoleme.shared.ProblemException {@code TooMany}, {@code Unavailable}: those
     *     that are done will not be done again
     */
    void refresh(ChangeRequest request, RequestFacts facts, boolean all) {
        for (PostedCard card : cards.of(request.id())) {
            if (all || card.revision() < request.version().revision()) {
                SlackPlace.read(card.place())
                        .ifPresent(place -> refresh(request, facts, card, place));
            }
        }
    }

    private void refresh(
            ChangeRequest request, RequestFacts facts, PostedCard card, SlackPlace place) {
        try {
            posts.update(place, drawn(request, facts, card, place));
            cards.save(
                    new PostedCard(
                            card.place(),
                            request.id(),
                            card.kind(),
                            request.hash(),
                            request.version().revision(),
                            card.postedAt()));
        } catch (ProblemException e) {
            if (SlackApi.error(e).filter(LOST::contains).isEmpty()) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("request", request.id())
                    .addKeyValue("error", SlackApi.error(e).orElse(""))
                    .log("posted card cannot be updated any more");
            cards.forget(card.place());
        }
    }

    /** A channel that was shared with others later is told nothing more. */
    private SlackMessage drawn(
            ChangeRequest request, RequestFacts facts, PostedCard card, SlackPlace place) {
        boolean approvals = settings.approvalsChannel().filter(place.channel()::equals).isPresent();
        return approvals && posts.room(place.channel()).shared()
                ? RequestCard.withheld(page(request))
                : draw(request, facts, card.kind());
    }

    private SlackMessage draw(ChangeRequest request, RequestFacts facts, PostedCard.Kind kind) {
        return switch (kind) {
            case CARD -> RequestCard.draw(request, facts, page(request));
            case MESSAGE -> outcomes.draw(request, facts);
        };
    }

    private String page(ChangeRequest request) {
        return settings.page("/requests/" + request.id());
    }

    private PostedCard card(ChangeRequest request, PostedCard.Kind kind, SlackPlace place) {
        return new PostedCard(
                place.toString(),
                request.id(),
                kind,
                request.hash(),
                request.version().revision(),
                clock.instant());
    }
}
