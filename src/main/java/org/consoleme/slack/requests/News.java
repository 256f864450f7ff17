package org.consoleme.slack.requests;

import java.time.Instant;
import java.util.Optional;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;

/** What came of a request: whom it concerns is told each news once, in a message of its own. */
final class News {
    private News() {}

    /**
     * The name of the latest: what has another name is told anew. Empty while nothing came of it,
     * and for what the requester did.
     */
    static Optional<String> of(ChangeRequest request, RequestFacts facts) {
        return switch (request.state()) {
            case RequestState.Pending pending -> Optional.empty();
            case RequestState.Approved approved -> Optional.empty();
            case RequestState.Applying applying -> Optional.empty();
            case RequestState.Applied applied ->
                    facts.grant()
                            .filter(grant -> grant.revokedBy().isPresent())
                            .map(grant -> name("revoked", grant.at()))
                            .or(() -> Optional.of(name("applied", applied.at())));
            case RequestState.Failed failed -> Optional.of(Failures.of(request).name());
            case RequestState.Rejected rejected -> Optional.of(name("denied", rejected.at()));
            case RequestState.Expired expired -> Optional.of(name("expired", expired.at()));
            case RequestState.Cancelled cancelled ->
                    cancelled.by().equals(request.requester())
                            ? Optional.empty()
                            : Optional.of(name("withdrawn", cancelled.at()));
        };
    }

    /** Whether a message that stands tells the latest: there is no later that it does not tell. */
    static boolean told(PostedCard card, ChangeRequest request, RequestFacts facts) {
        return of(request, facts).filter(news -> !news.equals(card.occasion())).isEmpty()
                || (request.state() instanceof RequestState.Failed
                        && Failures.of(request).allIn(card));
    }

    static String name(String word, Instant at) {
        return word + "-" + at.toEpochMilli();
    }
}
