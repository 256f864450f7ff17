package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;

/**
 * What a table's reader wants to see: the body of ConsoleMe's {@code POST /api/v2/requests}.
 *
 * @param wanted all of them have to take a row; the cheap ones first
 * @param states the only ones in which such a request can be; empty for any
 * @param deep whether whole requests are looked through
 */
record RowFilter(
        List<BiPredicate<RequestRow, FilterBudget>> wanted,
        Set<RequestState.Name> states,
        int limit,
        boolean deep) {
    /** More are not answered at once. */
    static final int MOST = 10_000;

    private static final int USUAL = 1000;
    private static final int MOST_FILTERS = 20;

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    static RowFilter read(JsonNode json) {
        Members body = Members.of("", json);
        List<Filter> filters = body.find("filters").map(RowFilter::filters).orElse(List.of());
        return new RowFilter(
                filters.stream().map(Filter::test).toList(),
                body.find("filters").map(RowFilter::states).orElse(Set.of()),
                Math.min(MOST, body.find("limit").map(RowFilter::limit).orElse(USUAL)),
                filters.stream().anyMatch(Filter::deep));
    }

    /**
     * @param deep whether it looks through the whole request
     */
    private record Filter(BiPredicate<RequestRow, FilterBudget> test, boolean deep) {}

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} once the budget is used up
     */
    boolean takes(RequestRow row, FilterBudget budget) {
        return wanted.stream().allMatch(each -> each.test(row, budget));
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

    private static List<Filter> filters(JsonNode node) {
        if (!node.isObject() || node.size() > MOST_FILTERS) {
            throw new Problem.Invalid(
                            "filters", "an object of at most " + MOST_FILTERS + " is wanted")
                    .asException();
        }
        List<Filter> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> filter : node.properties()) {
            boolean deep = filter.getKey().equals(RequestRow.EXTENDED);
            filter(filter.getKey(), filter.getValue())
                    .ifPresent(test -> all.add(new Filter(test, deep)));
        }
        all.sort(Comparator.comparing(Filter::deep));
        return all;
    }

    /** Empty where nothing was typed. */
    private static Optional<BiPredicate<RequestRow, FilterBudget>> filter(
            String column, JsonNode value) {
        if (value.isNull() || (value.isArray() && value.isEmpty())) {
            return Optional.empty();
        }
        if (value.isTextual() && value.textValue().length() <= LinearPattern.MOST) {
            LinearPattern pattern = LinearPattern.of(value.textValue());
            return value.textValue().isEmpty()
                    ? Optional.empty()
                    : Optional.of((row, budget) -> finds(pattern, row.column(column), budget));
        }
        if (value.isArray()
                && value.size() == 2
                && value.get(0).isIntegralNumber()
                && value.get(1).isIntegralNumber()) {
            long after = value.get(0).longValue();
            long before = value.get(1).longValue();
            return Optional.of(
                    (row, budget) ->
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

    private static boolean finds(LinearPattern pattern, String text, FilterBudget budget) {
        budget.spend(pattern.cost(text.length()));
        return pattern.find(text);
    }
}
