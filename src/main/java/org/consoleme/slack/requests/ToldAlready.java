package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.identity.SlackLinks;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCard.Kind;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.Bypasses;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.Single;
import org.consoleme.slack.DirectMessages;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;

/** What people were told of a request already, and in which conversations. */
@Single
public class ToldAlready {
    /** The occasion of a message about what is no more: whatever comes is news. */
    private static final String EARLIER = "earlier";

    /** For so long a decision about one's own request is news to those who were not asked. */
    private static final Duration NEWS = Duration.ofDays(1);

    /**
     * For so long at least the outbox tries again to tell those whom Slack did not let us reach.
     */
    private static final Duration TELLING = Duration.ofHours(1);

    private final PostedCards cards;
    private final SlackLinks links;
    private final DirectMessages direct;
    private final Clock clock;

    @Inject
    public ToldAlready(PostedCards cards, SlackLinks links, SlackPosts posts, Clock clock) {
        this.cards = cards;
        this.links = links;
        this.clock = clock;
        direct = new DirectMessages(posts);
    }

    /**
     * Whether the one person whom it concerns was told, by whichever Slack user they had then. A
     * card is for several, and whoever has another Slack user by now needs it there.
     */
    boolean heard(ChangeRequest request, RequestFacts facts, Kind kind) {
        return switch (kind) {
            case CARD -> false;
            case ENDING -> cards.of(request.id()).stream().anyMatch(card -> card.kind() == kind);
            case MESSAGE, BENEFICIARY ->
                    messages(request)
                            .filter(card -> card.kind() == kind && !undated(card))
                            .anyMatch(card -> News.told(card, request, facts));
        };
    }

    /**
     * The direct conversations where a copy stands that tells what is to be told now. The list of
     * cards comes from an index, which lags: what a message told is read from the record itself.
     */
    Set<String> conversations(ChangeRequest request, RequestFacts facts, Kind kind) {
        Stream<PostedCard> told =
                switch (kind) {
                    case CARD, ENDING ->
                            cards.of(request.id()).stream().filter(card -> card.kind() == kind);
                    case MESSAGE, BENEFICIARY ->
                            messages(request)
                                    .filter(card -> card.kind() == kind || undated(card))
                                    .filter(
                                            card ->
                                                    undated(card)
                                                            || News.told(card, request, facts));
                };
        return told.flatMap(card -> SlackPlace.read(card.place()).stream())
                .filter(SlackPlace::direct)
                .map(SlackPlace::channel)
                .collect(Collectors.toSet());
    }

    /**
     * Whether somebody decided their own request a short while ago, and those who decide such
     * requests have not seen its card, or are being shown it just now. Afterwards a card that
     * stands is drawn anew, and whoever came to decide since is told nothing.
     */
    boolean lacksBypass(ChangeRequest request) {
        Instant now = clock.instant();
        return Bypasses.of(request).stream().anyMatch(own -> own.at().isAfter(now.minus(NEWS)))
                && cards.of(request.id()).stream()
                        .filter(card -> card.kind() == Kind.CARD)
                        .allMatch(card -> card.postedAt().isAfter(now.minus(TELLING)));
    }

    /**
     * Whether the configuration keeps it out of Slack: policies that their requester approved with
     * the command that asked for them, as long as they are approved or applied. What fails, or
     * comes to be decided by others, is told as ever, and so is what comes after that.
     */
    boolean isLeftOut(ChangeRequest request, SlackSettings settings) {
        boolean agreed =
                switch (request.state().name()) {
                    case APPROVED, APPLYING, APPLIED -> true;
                    case PENDING, FAILED, REJECTED, CANCELLED, EXPIRED -> false;
                };
        return agreed
                && settings.ignoreAutoAdminPolicies()
                && Bypasses.isPoliciesAtOnce(request)
                && cards.of(request.id()).isEmpty();
    }

    private Stream<PostedCard> messages(ChangeRequest request) {
        return cards.of(request.id()).stream()
                .filter(card -> card.kind() == Kind.MESSAGE || card.kind() == Kind.BENEFICIARY)
                .flatMap(card -> cards.find(card.place()).stream());
    }

    /** Of a release that had one message for all news, of one kind for whomever it concerned. */
    private static boolean undated(PostedCard card) {
        return card.kind() == Kind.MESSAGE && card.occasion().isEmpty();
    }

    /**
     * Writes down whose the messages of that release are and what they tell: the latest, since
     * everything was drawn over them. Those that somebody draws at this moment have to wait for the
     * next time.
     */
    void adopt(ChangeRequest request, RequestFacts facts) {
        messages(request)
                .filter(ToldAlready::undated)
                .forEach(card -> cards.replace(card, adopted(card, request, facts)));
    }

    private PostedCard adopted(PostedCard card, ChangeRequest request, RequestFacts facts) {
        return new PostedCard(
                card.place(),
                card.request(),
                toBeneficiary(card, request) ? Kind.BENEFICIARY : Kind.MESSAGE,
                card.hash(),
                card.revision(),
                card.postedAt(),
                News.of(request, facts).orElse(EARLIER));
    }

    private boolean toBeneficiary(PostedCard card, ChangeRequest request) {
        Optional<String> channel = SlackPlace.read(card.place()).map(SlackPlace::channel);
        return !request.beneficiary().equals(request.requester())
                && direct.any(
                        links.of(request.beneficiary()),
                        conversation -> channel.filter(conversation::equals).isPresent());
    }
}
