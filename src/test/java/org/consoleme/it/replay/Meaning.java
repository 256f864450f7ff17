package org.consoleme.it.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When two answers mean the same to a client: status and kind of content; of a success every member
 * and value that ConsoleMe sent (an unset one may be missing, others may be added); of an error
 * what clients branch on, for all errors have the one envelope here (K-02, K-03, K-13).
 */
final class Meaning {
    private static final Set<String> BRANCHED_ON =
            Set.of("code", "reason", "status_code", "requested_role", "matching roles");

    /** Other values in each run; where they matter a difference says what they must be. */
    private static final Set<String> OF_THE_RUN = Set.of("request_id", "Expiration");

    private static final long CLOCK_TICKS = 2;

    private Meaning() {}

    static void same(Exchange exchange, Answer ours) {
        Answer theirs = exchange.answer();
        assertThat(ours.status()).as("status of %s", ours).isEqualTo(theirs.status());
        assertThat(ours.family()).as("content of %s", ours).isEqualTo(theirs.family());
        if (theirs.status() >= 400) {
            sameError(theirs.json(), ours.json());
        } else if (theirs.json().isMissingNode()) {
            assertThat(ours.body()).isEqualTo(theirs.body());
        } else {
            contains(theirs.json(), ours.json(), "$", exchange);
        }
    }

    static void sameError(JsonNode theirs, JsonNode ours) {
        for (Map.Entry<String, JsonNode> member : theirs.properties()) {
            if (BRANCHED_ON.contains(member.getKey())) {
                assertThat(sorted(ours.path(member.getKey())))
                        .as(member.getKey())
                        .isEqualTo(sorted(member.getValue()));
            }
        }
    }

    private static void contains(JsonNode theirs, JsonNode ours, String at, Exchange exchange) {
        if (theirs.isNull()) {
            assertThat(ours.isNull() || ours.isMissingNode()).as("%s is unset", at).isTrue();
        } else if (theirs.isObject()) {
            for (Map.Entry<String, JsonNode> member : theirs.properties()) {
                String name = member.getKey();
                if (name.equals("Expiration")) {
                    assertThat(ours.path(name).asLong())
                            .as("%s, epoch seconds", at)
                            .isBetween(
                                    member.getValue().asLong() - CLOCK_TICKS,
                                    member.getValue().asLong() + CLOCK_TICKS);
                } else if (!OF_THE_RUN.contains(name)) {
                    contains(member.getValue(), ours.path(name), at + "." + name, exchange);
                }
            }
        } else if (theirs.isArray()) {
            List<JsonNode> expected = elements(theirs, exchange);
            List<JsonNode> actual = elements(ours, exchange);
            assertThat(actual).as("%s has as many elements", at).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                contains(expected.get(i), actual.get(i), at + "[" + i + "]", exchange);
            }
        } else {
            assertThat(ours).as(at).isEqualTo(theirs);
        }
    }

    /** Where ConsoleMe's own order changed from call to call (K-10), order means nothing. */
    private static List<JsonNode> elements(JsonNode array, Exchange exchange) {
        boolean anyOrder = exchange.route().matches("/api/v2/(eligible_roles|roles)|.*/typeahead");
        return anyOrder ? sorted(array) : list(array);
    }

    private static List<JsonNode> sorted(JsonNode value) {
        return list(value).stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
    }

    private static List<JsonNode> list(JsonNode value) {
        List<JsonNode> list = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(list::add);
        } else {
            list.add(value);
        }
        return list;
    }
}
