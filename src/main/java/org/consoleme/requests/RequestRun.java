package org.consoleme.requests;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run of requests by the time of asking, that is read page by page and can be taken up again
 * where it was left.
 */
final class RequestRun {
    private static final char SEPARATOR = ':';
    private static final String ENDED = "-";
    private static final int MOST_DIGITS = 7;

    private final Function<Optional<String>, Page> pages;
    private Optional<String> pageStart = Optional.empty();
    private int taken;
    private Optional<Page> page = Optional.empty();
    private boolean ended;

    /**
     * @param after where a page begins that goes on after one of these; without it their number
     *     says where the run stands
     */
    record Page(
            List<? extends SeenRequest> requests,
            Optional<String> next,
            Optional<Function<SeenRequest, String>> after) {
        Page(
                List<SeenRequest> requests,
                Optional<String> next,
                Function<SeenRequest, String> after) {
            this(requests, next, Optional.of(after));
        }

        /** All that there is. */
        Page(List<? extends SeenRequest> requests) {
            this(requests, Optional.empty(), Optional.empty());
        }
    }

    RequestRun(Function<Optional<String>, Page> pages) {
        this.pages = pages;
    }

    /** The first that was not taken; empty at the end. */
    Optional<SeenRequest> peek() {
        while (!ended) {
            Page now = page.orElseGet(() -> pages.apply(pageStart));
            page = Optional.of(now);
            if (taken < now.requests().size()) {
                return Optional.of(now.requests().get(taken));
            }
            pageStart = now.next();
            ended = pageStart.isEmpty();
            page = Optional.empty();
            taken = 0;
        }
        return Optional.empty();
    }

    void take() {
        taken++;
    }

    /** Where it stands. Pages of another size may be read from there. */
    String position() {
        if (ended) {
            return ENDED;
        }
        return afterLastTaken()
                .map(place -> position(0, place))
                .orElseGet(() -> position(taken, pageStart.orElse("")));
    }

    private Optional<String> afterLastTaken() {
        return page.filter(now -> taken > 0)
                .flatMap(now -> now.after().map(go -> go.apply(now.requests().get(taken - 1))));
    }

    private static String position(int taken, String pageStart) {
        return taken + String.valueOf(SEPARATOR) + pageStart;
    }

    /**
     * @return false if that is no position
     */
    boolean goTo(String position) {
        if (position.equals(ENDED)) {
            ended = true;
            return true;
        }
        int separator = position.indexOf(SEPARATOR);
        if (separator < 1
                || separator > MOST_DIGITS
                || !position.chars().limit(separator).allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        taken = Integer.parseInt(position.substring(0, separator));
        pageStart = Optional.of(position.substring(separator + 1)).filter(text -> !text.isEmpty());
        return true;
    }
}
