package org.consoleme.requests;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/**
 * Lists requests, ours and those that ConsoleMe made, by the time of asking, page by page; what
 * cannot be read stands there as such. The work for a page is bounded: one that is shorter than
 * asked for may still have a next one.
 */
@UseCase
public class ListRequests {
    private static final int MOST = 1000;

    /** Requests that one page looks at. */
    private static final int MOST_SEEN = 3000;

    private static final int STORE_PAGE = 100;

    private final Requests requests;
    private final OlderRequests older;

    @Inject
    public ListRequests(Requests requests, OlderRequests older) {
        this.requests = requests;
        this.older = older;
    }

    /**
     * @param next where the next page begins; empty after the last
     */
    public record Page(List<SeenRequest> requests, Optional<String> next) {
        public Page {
            requests = List.copyOf(requests);
        }
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} for a limit or a place that
     *     there is not in this order
     */
    public Page handle(RequestQuery query) {
        if (query.limit() < 1 || query.limit() > MOST) {
            throw new Problem.Invalid("limit", "1 to " + MOST).asException();
        }
        RequestRuns runs = new RequestRuns(query.order(), runs(query));
        query.from().ifPresent(runs::goTo);
        List<SeenRequest> page = new ArrayList<>();
        for (int seen = 0;
                page.size() < query.limit() && seen < MOST_SEEN && runs.hasNext();
                seen++) {
            SeenRequest next = runs.next();
            if (matches(query, next)) {
                page.add(next);
            }
        }
        return new Page(page, runs.hasNext() ? Optional.of(runs.position()) : Optional.empty());
    }

    private List<RequestRun> runs(RequestQuery query) {
        int limit = Math.min(query.limit(), STORE_PAGE);
        List<RequestRun> runs = new ArrayList<>();
        runs.add(new RequestRun(from -> new RequestRun.Page(older.list().of(query))));
        if (query.requester().isPresent()) {
            runs.add(run(from -> requests.of(query.requester().get(), query.order(), from, limit)));
            return runs;
        }
        if (query.states().isEmpty()) {
            runs.add(run(from -> requests.all(query.order(), from, limit)));
        }
        query.states().stream()
                .sorted()
                .forEach(state -> runs.add(inState(state, query.order(), limit)));
        return runs;
    }

    private RequestRun inState(RequestState.Name state, RequestOrder order, int limit) {
        return run(from -> requests.inState(state, order, from, limit));
    }

    private static RequestRun run(Function<Optional<String>, Requests.Page> pages) {
        return new RequestRun(
                from -> {
                    Requests.Page page = pages.apply(from);
                    return new RequestRun.Page(page.all(), page.next(), page.after());
                });
    }

    private static boolean matches(RequestQuery query, SeenRequest seen) {
        return switch (seen) {
            case SeenRequest.Ours(ChangeRequest request) ->
                    query.states().isEmpty() || query.states().contains(request.state().name());
            case SeenRequest.Unreadable any -> true;
            case SeenRequest.Older any -> true;
        };
    }
}
