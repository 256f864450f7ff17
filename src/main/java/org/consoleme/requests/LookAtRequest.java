package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;

/** Shows a request, with what the one who looks may do. Everybody may look; nothing is written. */
@UseCase
public class LookAtRequest {
    private final Requests requests;
    private final OlderRequests older;
    private final RequestRights rights;
    private final Clock clock;

    @Inject
    public LookAtRequest(
            Requests requests, OlderRequests older, RequestRights rights, Clock clock) {
        this.requests = requests;
        this.older = older;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}
     */
    public LookedAtRequest handle(Caller caller, RequestId id) {
        if (caller.application()) {
            throw new Problem.NotFound("request", id.value()).asException();
        }
        return requests.look(id)
                .or(() -> older.find(id).map(SeenRequest.Older::new))
                .map(seen -> looked(caller, seen))
                .orElseThrow(() -> new Problem.NotFound("request", id.value()).asException());
    }

    private LookedAtRequest looked(Caller caller, SeenRequest seen) {
        return seen instanceof SeenRequest.Ours(ChangeRequest request)
                ? new LookedAtRequest(
                        seen,
                        Optional.of(request.hash()),
                        Optional.of(rights.of(caller, request, clock.instant())))
                : new LookedAtRequest(seen, Optional.empty(), Optional.empty());
    }
}
