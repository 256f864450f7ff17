package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/** The requests that wait for the caller's decision. */
@UseCase
public class Inbox {
    private static final int PAGE = 200;

    /** Pending requests that are looked at; who has more waiting needs a rule, not a list. */
    private static final int MOST = 2000;

    private final Requests requests;
    private final RequestRights rights;
    private final Clock clock;

    @Inject
    public Inbox(Requests requests, RequestRights rights, Clock clock) {
        this.requests = requests;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * @param waiting the oldest first
     * @param complete false if there are more pending requests than are looked at; then the oldest
     *     may be missing
     * @param unreadable pending ones that may or may not wait for the caller: nobody can tell
     */
    public record Waiting(
            List<ChangeRequest> waiting, boolean complete, List<UnreadableRequest> unreadable) {
        public Waiting {
            waiting = List.copyOf(waiting);
            unreadable = List.copyOf(unreadable);
        }
    }

    public Waiting handle(Caller caller) {
        Instant now = clock.instant();
        List<ChangeRequest> waiting = new ArrayList<>();
        List<UnreadableRequest> unreadable = new ArrayList<>();
        Optional<String> from = Optional.empty();
        int seen = 0;
        do {
            Requests.Page page = requests.inState(RequestState.Name.PENDING, from, PAGE);
            seen += page.all().size();
            unreadable.addAll(page.unreadable());
            page.requests().stream()
                    .filter(request -> rights.waitsFor(caller, request, now))
                    .forEach(waiting::add);
            from = page.next();
        } while (from.isPresent() && seen < MOST);
        waiting.sort(
                Comparator.comparing(ChangeRequest::requestedAt)
                        .thenComparing(request -> request.id().value()));
        return new Waiting(waiting, from.isEmpty(), unreadable);
    }
}
