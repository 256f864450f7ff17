package org.consoleme.requests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consoleme.shared.UserId;

/**
 * ConsoleMe's requests as they were read last, sorted once by what lists ask for: a page costs what
 * it shows, however many there are.
 */
public final class OlderList {
    public static final OlderList EMPTY = new OlderList(List.of());

    private final List<SeenRequest.Older> all;
    private final Map<String, List<SeenRequest.Older>> byStatus;
    private final Map<String, List<SeenRequest.Older>> byRequester;

    /**
     * @param newestFirst by the time of asking
     */
    public OlderList(List<OlderRequest> newestFirst) {
        all = newestFirst.stream().map(SeenRequest.Older::new).toList();
        byStatus = by(older -> Optional.of(older.request().status()));
        byRequester = by(older -> older.request().requester().flatMap(OlderList::key));
    }

    private Map<String, List<SeenRequest.Older>> by(
            Function<SeenRequest.Older, Optional<String>> key) {
        return all.stream()
                .filter(older -> key.apply(older).isPresent())
                .collect(Collectors.groupingBy(older -> key.apply(older).orElseThrow()));
    }

    private static Optional<String> key(String name) {
        return UserId.isUserId(name) ? Optional.of(new UserId(name).key()) : Optional.empty();
    }

    public List<OlderRequest> all() {
        return all.stream().map(SeenRequest.Older::request).toList();
    }

    /** Those that the query is about, in its order, not cut to a page. */
    List<? extends SeenRequest> of(RequestQuery query) {
        List<SeenRequest.Older> newestFirst =
                query.states().isEmpty() ? whose(query) : inStates(query, words(query.states()));
        return switch (query.order()) {
            case NEWEST_FIRST -> newestFirst;
            case OLDEST_FIRST -> newestFirst.reversed();
        };
    }

    private List<SeenRequest.Older> whose(RequestQuery query) {
        return query.requester()
                .map(user -> byRequester.getOrDefault(user.key(), List.of()))
                .orElse(all);
    }

    private List<SeenRequest.Older> inStates(RequestQuery query, Set<String> words) {
        if (query.requester().isEmpty() && words.size() == 1) {
            return byStatus.getOrDefault(words.iterator().next(), List.of());
        }
        return whose(query).stream()
                .filter(older -> words.contains(older.request().status()))
                .toList();
    }

    /** ConsoleMe's; what it calls approved is applied, and it knows neither failed nor expired. */
    private static Set<String> words(Set<RequestState.Name> states) {
        return states.stream()
                .flatMap(
                        state ->
                                switch (state) {
                                    case PENDING, REJECTED, CANCELLED ->
                                            Optional.of(state.name().toLowerCase(Locale.ROOT))
                                                    .stream();
                                    case APPLIED -> Optional.of("approved").stream();
                                    case APPROVED, APPLYING, FAILED, EXPIRED ->
                                            Optional.<String>empty().stream();
                                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
