package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;

/** Says something about a request, whatever its state: everybody may, and nothing else changes. */
@UseCase
public class CommentOnRequest {
    /** A stored request has its limits, and so have those who read it. */
    private static final int MOST_COMMENTS = 200;

    private final RequestDesk desk;
    private final Clock clock;

    @Inject
    public CommentOnRequest(RequestDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param text 1 to 4,000 characters
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Invalid}; {@code
     *     Conflict} after 200 comments
     */
    public ChangeRequest handle(Caller caller, RequestId id, String text) {
        return desk.handle(
                caller.origin(),
                id,
                "comment",
                (request, attempt) -> {
                    RequestRights.requirePerson(caller, attempt);
                    String said =
                            PlainText.required("comment_text", text, "a comment says something");
                    if (request.comments().size() >= MOST_COMMENTS) {
                        throw new Problem.Conflict("It has 200 comments: no more fit.")
                                .asException();
                    }
                    return request.commented(
                            Comment.of(
                                    caller.user(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                    said));
                });
    }
}
