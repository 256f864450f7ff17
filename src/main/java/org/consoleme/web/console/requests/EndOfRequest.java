package org.consoleme.web.console.requests;

import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Review;
import org.consoleme.shared.UserId;

/** Who brought a request where it stands, and with which words. */
record EndOfRequest(UserId by, Optional<String> reason) {

    /** Empty where nobody did: it waits, or its time was over, or a rule approved it. */
    static Optional<EndOfRequest> of(ChangeRequest request) {
        return switch (request.state()) {
            case RequestState.Pending _ -> Optional.empty();
            case RequestState.Expired _ -> Optional.empty();
            case RequestState.Rejected it ->
                    Optional.of(
                            new EndOfRequest(
                                    it.by(),
                                    Optional.of(it.reason()).filter(text -> !text.isEmpty())));
            case RequestState.Cancelled it ->
                    Optional.of(new EndOfRequest(it.by(), Optional.empty()));
            case RequestState.Approved _ -> approved(request);
            case RequestState.Applying _ -> approved(request);
            case RequestState.Applied _ -> approved(request);
            case RequestState.Failed _ -> approved(request);
        };
    }

    private static Optional<EndOfRequest> approved(ChangeRequest request) {
        return request.reviews().reversed().stream()
                .filter(review -> review.verdict() == Review.Verdict.APPROVED)
                .findFirst()
                .map(review -> new EndOfRequest(review.by(), review.reason()));
    }
}
