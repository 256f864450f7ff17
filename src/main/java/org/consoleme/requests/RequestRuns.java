package org.consoleme.requests;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/**
 * Several runs of requests, merged into one by the time of asking. A place in it belongs to its
 * order: what comes after it is something else in the other one.
 */
final class RequestRuns {
    private static final String BETWEEN = "\n";

    private final RequestOrder order;
    private final List<RequestRun> runs;

    /**
     * @param runs each of that order
     */
    RequestRuns(RequestOrder order, List<RequestRun> runs) {
        this.order = order;
        this.runs = List.copyOf(runs);
    }

    boolean hasNext() {
        return runs.stream().anyMatch(run -> run.peek().isPresent());
    }

    /**
     * @throws java.util.NoSuchElementException at the end
     */
    SeenRequest next() {
        RequestRun first =
                runs.stream()
                        .filter(run -> run.peek().isPresent())
                        .min(order.of(Comparator.comparing(RequestRuns::time)))
                        .orElseThrow();
        SeenRequest next = first.peek().orElseThrow();
        first.take();
        return next;
    }

    private static Instant time(RequestRun run) {
        return run.peek().orElseThrow().requestedAt();
    }

    /** Where it stands. */
    String position() {
        String all =
                Stream.concat(Stream.of(order.name()), runs.stream().map(RequestRun::position))
                        .collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param from a {@link #position} of the same list
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    void goTo(String from) {
        List<String> lines = lines(from);
        RequestOrder given = order(lines.getFirst());
        if (given != order) {
            throw invalid(
                    "that page is of the list with "
                            + given.words()
                            + "; leave it out to begin with "
                            + order.words());
        }
        boolean known = lines.size() == runs.size() + 1;
        for (int i = 0; known && i < runs.size(); i++) {
            known = runs.get(i).goTo(lines.get(i + 1));
        }
        if (!known) {
            throw nowhere();
        }
    }

    /** At least one. */
    private static List<String> lines(String from) {
        try {
            return Arrays.asList(
                    new String(Base64.getUrlDecoder().decode(from), StandardCharsets.UTF_8)
                            .split(BETWEEN, -1));
        } catch (IllegalArgumentException noBase64) {
            throw nowhere();
        }
    }

    private static RequestOrder order(String name) {
        return Arrays.stream(RequestOrder.values())
                .filter(order -> order.name().equals(name))
                .findFirst()
                .orElseThrow(RequestRuns::nowhere);
    }

    private static ProblemException nowhere() {
        return invalid("no page begins there");
    }

    private static ProblemException invalid(String reason) {
        return new Problem.Invalid("from", reason).asException();
    }
}
