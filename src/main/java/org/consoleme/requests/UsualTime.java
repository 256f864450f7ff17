package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.shared.Single;

/**
 * How long people usually take to decide, rule by rule: the median of what was decided last. Known
 * by heart and read anew now and then, so that whoever asks waits for no store; before the first
 * reading, and where too little was decided, nothing is known.
 */
@Single
public class UsualTime {
    /** Of each way to be decided: enough for a median, one page of the store. */
    private static final int READ = 100;

    /** Fewer tell of a day, not of a habit. */
    private static final int LEAST = 3;

    /** What was decided before these is another team's habit. */
    private static final int MOST = 30;

    private static final List<RequestState.Name> DECIDED =
            List.of(
                    RequestState.Name.APPLIED,
                    RequestState.Name.FAILED,
                    RequestState.Name.REJECTED);

    private final Requests requests;
    private volatile Map<String, Duration> known = Map.of();

    @Inject
    public UsualTime(Requests requests) {
        this.requests = requests;
    }

    /**
     * From asking to the last person's decision.
     *
     * @param rule by its name
     * @return empty where fewer than three decisions by it are known
     */
    public Optional<Duration> of(String rule) {
        return Optional.ofNullable(known.get(rule));
    }

    /**
     * Reads the last decisions again.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}; what is known stays
     */
    public void refresh() {
        Map<String, List<Duration>> byRule =
                DECIDED.stream()
                        .flatMap(this::newest)
                        .sorted((a, b) -> b.review().at().compareTo(a.review().at()))
                        .collect(
                                Collectors.groupingBy(
                                        decided -> decided.review().rule(),
                                        Collectors.mapping(Decided::took, Collectors.toList())));
        Map<String, Duration> next = new HashMap<>();
        byRule.forEach((rule, took) -> median(took).ifPresent(usual -> next.put(rule, usual)));
        known = Map.copyOf(next);
    }

    /** What settled a request, and when that was asked for. */
    private record Decided(ChangeRequest request, Review review) {
        Duration took() {
            Duration took = Duration.between(request.requestedAt(), review.at());
            return took.isNegative() ? Duration.ZERO : took; // two nodes, two clocks
        }
    }

    private Stream<Decided> newest(RequestState.Name state) {
        return requests.inState(state, Optional.empty(), READ).requests().stream()
                .flatMap(request -> decided(request).stream());
    }

    /** Empty where a rule decided, or those who asked did so themselves: neither is waited for. */
    private static Optional<Decided> decided(ChangeRequest request) {
        return request.reviews().stream()
                .reduce((first, second) -> second)
                .filter(review -> !request.concerns(review.by()))
                .map(review -> new Decided(request, review));
    }

    private static Optional<Duration> median(List<Duration> newestFirst) {
        if (newestFirst.size() < LEAST) {
            return Optional.empty();
        }
        List<Duration> sorted = newestFirst.stream().limit(MOST).sorted().toList();
        return Optional.of(sorted.get((sorted.size() - 1) / 2));
    }
}
