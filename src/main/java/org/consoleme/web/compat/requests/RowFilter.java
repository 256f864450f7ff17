package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;

/**
 * What a table's reader wants to see: the body of ConsoleMe's {@code POST /api/v2/requests}.
 *
 * @param wanted all of them have to take a row
 * @param states the only ones in which such a request can be; empty for any
 */
record RowFilter(List<Predicate<RequestRow>> wanted, Set<RequestState.Name> states, int limit) {
    /** More are not answered at once. */
    static final int MOST = 10_000;

    private static final int USUAL = 1000;
    private static final int MOST_FILTERS = 20;

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    static RowFilter read(JsonNode json) {
        Members body = Members.of("", json);
        return new RowFilter(
                body.find("filters").map(RowFilter::filters).orElse(List.of()),
                body.find("filters").map(RowFilter::states).orElse(Set.of()),
                Math.min(MOST, body.find("limit").map(RowFilter::limit).orElse(USUAL)));
    }

    boolean takes(RequestRow row) {
        return wanted.stream().allMatch(each -> each.test(row));
    }

    /** Whether it takes whatever is in its {@link #states}. */
    boolean goesByStatesAlone() {
        return wanted.size() == (states.isEmpty() ? 0 : 1);
    }

    /** For one of the whole words that the column has: those requests alone need be read. */
    private static Set<RequestState.Name> states(JsonNode filters) {
        String word = filters.path("status").asText("").toLowerCase(Locale.ROOT);
        return Arrays.stream(RequestState.Name.values())
                .filter(state -> ExtendedRequestJson.status(state).equals(word))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int limit(JsonNode node) {
        if (!node.canConvertToInt() || node.intValue() < 0) {
            throw new Problem.Invalid("limit", "a number from 0 is wanted").asException();
        }
        return node.intValue();
    }

    private static List<Predicate<RequestRow>> filters(JsonNode node) {
        if (!node.isObject() || node.size() > MOST_FILTERS) {
            throw new Problem.Invalid(
                            "filters", "an object of at most " + MOST_FILTERS + " is wanted")
                    .asException();
        }
        List<Predicate<RequestRow>> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> filter : node.properties()) {
            filter(filter.getKey(), filter.getValue()).ifPresent(all::add);
        }
        return all;
    }

    /** Empty where nothing was typed. */
    private static Optional<Predicate<RequestRow>> filter(String column, JsonNode value) {
        if (value.isNull() || (value.isArray() && value.isEmpty())) {
            return Optional.empty();
        }
        if (value.isTextual() && value.textValue().length() <= LinearPattern.MOST) {
            LinearPattern pattern = LinearPattern.of(value.textValue());
            return value.textValue().isEmpty()
                    ? Optional.empty()
                    : Optional.of(row -> pattern.find(row.column(column)));
        }
        if (value.isArray()
                && value.size() == 2
                && value.get(0).isIntegralNumber()
                && value.get(1).isIntegralNumber()) {
            long after = value.get(0).longValue();
            long before = value.get(1).longValue();
            return Optional.of(
                    row ->
                            row.epoch(column)
                                    .filter(second -> after < second && second < before)
                                    .isPresent());
        }
        throw new Problem.Invalid(
                        "filters",
                        "a text of at most "
                                + LinearPattern.MOST
                                + " characters, or two epoch seconds, are wanted")
                .asException();
    }
}
