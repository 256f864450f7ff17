package org.consoleme.requests;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;
import org.consoleme.shared.UserId;

/**
 * Lists requests, ours and those that ConsoleMe made, the newest first, page by page; what cannot
 * be read stands there as such. The work for a page is bounded: one that is shorter than asked for
 * may still have a next one.
 */
@UseCase
public class ListRequests {
    private static final int MOST = 1000;

    /** Requests that one page looks at. */
    private static final int MOST_SEEN = 3000;

    private static final int STORE_PAGE = 100;
    private static final String BETWEEN = "\n";

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
     *     there is not
     */
    public Page handle(RequestQuery query) {
        if (query.limit() < 1 || query.limit() > MOST) {
            throw new Problem.Invalid("limit", "1 to " + MOST).asException();
        }
        List<RequestRun> runs = runs(query);
        query.from().ifPresent(from -> goTo(runs, from));
        List<SeenRequest> page = new ArrayList<>();
        Optional<RequestRun> newest = newest(runs);
        for (int seen = 0;
                newest.isPresent() && page.size() < query.limit() && seen < MOST_SEEN;
                seen++) {
            newest.get().peek().filter(request -> matches(query, request)).ifPresent(page::add);
            newest.get().take();
            newest = newest(runs);
        }
        return new Page(page, newest.map(any -> position(runs)));
    }

    private static Optional<RequestRun> newest(List<RequestRun> runs) {
        return runs.stream()
                .filter(run -> run.peek().isPresent())
                .max(Comparator.comparing(run -> run.peek().orElseThrow().requestedAt()));
    }

    private List<RequestRun> runs(RequestQuery query) {
        int limit = Math.min(query.limit(), STORE_PAGE);
        List<RequestRun> runs = new ArrayList<>();
        runs.add(new RequestRun(from -> older(query)));
        if (query.requester().isPresent()) {
            runs.add(run(from -> requests.of(query.requester().get(), from, limit)));
            return runs;
        }
        if (query.states().isEmpty()) {
            runs.add(run(from -> requests.newest(from, limit)));
        }
        query.states().stream()
                .sorted()
                .forEach(state -> runs.add(run(from -> requests.inState(state, from, limit))));
        return runs;
    }

    private static RequestRun run(Function<Optional<String>, Requests.Page> pages) {
        return new RequestRun(
                from -> {
                    Requests.Page page = pages.apply(from);
                    return new RequestRun.Page(page.all(), page.next(), page.after());
                });
    }

    private RequestRun.Page older(RequestQuery query) {
        return new RequestRun.Page(
                older.list().stream()
                        .filter(request -> matches(query, request))
                        .<SeenRequest>map(SeenRequest.Older::new)
                        .toList());
    }

    private static boolean matches(RequestQuery query, SeenRequest seen) {
        return switch (seen) {
            case SeenRequest.Ours(ChangeRequest request) ->
                    query.states().isEmpty() || query.states().contains(request.state().name());
            case SeenRequest.Unreadable any -> true;
            case SeenRequest.Older(OlderRequest request) -> matches(query, request);
        };
    }

    private static boolean matches(RequestQuery query, OlderRequest request) {
        return (query.states().isEmpty()
                        || query.states().stream()
                                .anyMatch(state -> word(state).equals(request.status())))
                && query.requester()
                        .map(user -> isNamed(user, request.requester().orElse("")))
                        .orElse(true);
    }

    private static boolean isNamed(UserId user, String name) {
        return UserId.isUserId(name) && new UserId(name).equals(user);
    }

    /** What ConsoleMe calls approved is applied. */
    private static String word(RequestState.Name state) {
        return switch (state) {
            case PENDING, REJECTED, CANCELLED -> state.name().toLowerCase(Locale.ROOT);
            case APPLIED -> "approved";
            case APPROVED, APPLYING, FAILED, EXPIRED -> "";
        };
    }

    private static String position(List<RequestRun> runs) {
        String all = runs.stream().map(RequestRun::position).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    private static void goTo(List<RequestRun> runs, String from) {
        List<String> positions = positions(from);
        boolean known = positions.size() == runs.size();
        for (int i = 0; known && i < runs.size(); i++) {
            known = runs.get(i).goTo(positions.get(i));
        }
        if (!known) {
            throw new Problem.Invalid("from", "no page begins there").asException();
        }
    }

    private static List<String> positions(String from) {
        try {
            return Arrays.asList(
                    new String(Base64.getUrlDecoder().decode(from), StandardCharsets.UTF_8)
                            .split(BETWEEN, -1));
        } catch (IllegalArgumentException noBase64) {
            return List.of();
        }
    }
}
