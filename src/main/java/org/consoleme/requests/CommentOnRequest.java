package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
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
        return handle(caller, id, text, UUID.randomUUID());
    }

    /**
     * The same for a comment that may come again.
     *
     * @param comment its id; the same for the same thing said
     * @throws org.consoleme.shared.ProblemException besides, {@code Conflict} if it is there
     */
    public ChangeRequest handle(Caller caller, RequestId id, String text, UUID comment) {
        return desk.handle(
                caller.origin(),
                id,
                "comment",
                (request, attempt) -> {
                    RequestRights.requirePerson(caller, attempt);
                    String said =
                            PlainText.required("comment_text", text, "a comment says something");
                    if (request.hasComment(comment.toString())) {
                        throw new Problem.Conflict("It is there already.").asException();
                    }
                    if (request.comments().size() >= MOST_COMMENTS) {
                        throw new Problem.Conflict("It has 200 comments: no more fit.")
                                .asException();
                    }
                    return request.commented(
                            new Comment(
                                    comment.toString(),
                                    caller.user(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                    said));
                });
    }
}
