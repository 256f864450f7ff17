package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.consoleme.access.Grant;
import org.consoleme.access.Ruling;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.notifications.Notifier;
import org.consoleme.notifications.PostedCard.Kind;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in Slack where a request stands: the channel of its rule, or the approvals channel, and the
 * approvers who are named, until it is decided; then the one who asked; and the one who has a role
 * for a time when that ends soon. Runs again after a failure: what is posted stands in the record
 * of posted cards, and is brought up to date instead of being posted twice. A post whose fate is
 * unknown counts for nothing until the record knows it: its buttons are dead.
 */
@Single
public class SlackNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(SlackNotifier.class);
    private static final int MOST_DIRECT = 10;

    /** When to look whether what another node was posting stands. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final RequestCopies copies;
    private final RequestFactsReader facts;
    private final Requests requests;
    private final SlackLinks links;
    private final SlackPosts posts;
    private final SlackSettings settings;
    private final CardRoom room;

    @Inject
    public SlackNotifier(
            RequestCopies copies,
            RequestFactsReader facts,
            Requests requests,
            SlackLinks links,
            SlackPosts posts,
            SlackSettings settings,
            CardRoom room) {
        this.copies = copies;
        this.facts = facts;
        this.requests = requests;
        this.links = links;
        this.posts = posts;
        this.settings = settings;
        this.room = room;
    }

    @Override
    public void requestChanged(ChangeRequest request) {
        if (settings.open()) {
            tell(request);
        }
    }

    /** What came of a request shows on its cards. */
    @Override
    public void grantChanged(Grant grant) {
        if (settings.open()) {
            requests.find(grant.request()).ifPresent(this::tell);
        }
    }

    @Override
    public void grantEndsSoon(Grant grant) {
        if (settings.open()) {
            requests.find(grant.request())
                    .ifPresent(
                            request ->
                                    direct(
                                            request,
                                            facts.of(request),
                                            Kind.ENDING,
                                            keys(Stream.of(grant.user()))));
        }
    }

    private void tell(ChangeRequest request) {
        RequestFacts known = facts.of(request);
        copies.refresh(request, known, false);
        switch (request.state()) {
            case RequestState.Pending pending -> ask(request, known);
            case RequestState.Approved approved -> {}
            case RequestState.Applying applying -> {}
            case RequestState.Applied applied -> report(request, known);
            case RequestState.Failed failed -> report(request, known);
            case RequestState.Rejected rejected -> report(request, known);
            case RequestState.Expired expired -> report(request, known);
            case RequestState.Cancelled cancelled -> {
                if (!cancelled.by().equals(request.requester())) {
                    report(request, known);
                }
            }
        }
    }

    /**
     * @throws ProblemException {@code Unavailable} while it is not known who decides: a card that
     *     says so would go to the wrong people, and nobody would correct it
     */
    private void ask(ChangeRequest request, RequestFacts known) {
        if (known.closed().isPresent()) {
            known.closed()
                    .filter(Ruling.Closed::mayPass)
                    .ifPresent(closed -> waitForTheRule(request, closed));
            return;
        }
        room.fill(request, known, channel -> post(request, known, Kind.CARD, channel));
        Stream<UserId> approvers =
                known.approvers().stream()
                        .filter(UserId::isUserId)
                        .map(UserId::new)
                        .filter(user -> !request.concerns(user));
        direct(request, known, Kind.CARD, keys(approvers).limit(MOST_DIRECT));
    }

    private static void waitForTheRule(ChangeRequest request, Ruling.Closed closed) {
        LOG.atWarn()
                .addKeyValue("request", request.id())
                .addKeyValue("cause", closed.cause())
                .log("who decides is not known just now: nobody asked yet");
        throw new Problem.Unavailable("The rule for this request", AGAIN).asException();
    }

    /** Once; later states are drawn over it. */
    private void report(ChangeRequest request, RequestFacts known) {
        direct(
                request,
                known,
                Kind.MESSAGE,
                keys(Stream.of(request.requester(), request.beneficiary())));
    }

    private Stream<SlackKey> keys(Stream<UserId> users) {
        return users.distinct().flatMap(user -> links.of(user).stream().limit(1)).distinct();
    }

    private void direct(
            ChangeRequest request, RequestFacts known, Kind kind, Stream<SlackKey> people) {
        people.forEach(
                key ->
                        OpenConversation.attempt(
                                request,
                                () -> post(request, known, kind, posts.direct(key.user()))));
    }

    /**
     * @return true
     */
    private boolean post(ChangeRequest request, RequestFacts known, Kind kind, String channel) {
        if (!copies.post(request, known, kind, channel)) {
            throw new Problem.Unavailable("Whoever posts this in Slack", AGAIN).asException();
        }
        return true;
    }
}
