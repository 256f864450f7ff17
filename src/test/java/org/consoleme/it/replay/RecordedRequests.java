package org.consoleme.it.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.consoleme.testing.Golden;

/** What must hold of policy requests, where the recording's own moment is over. */
final class RecordedRequests {
    private RecordedRequests() {}

    static void shape(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        assertThat(Differences.names(ours.json()))
                .isEqualTo(Differences.names(exchange.answer().json()));
    }

    /** The four that ConsoleMe stored are there, with its members. */
    static void table(Exchange exchange, Answer ours) {
        shape(exchange, ours);
        JsonNode table = ours.json();
        List<String> ids =
                StreamSupport.stream(table.path("data").spliterator(), false)
                        .map(row -> row.path("request_id").asText())
                        .toList();
        for (JsonNode item : Golden.dynamoItems("consoleme_policy_requests")) {
            assertThat(ids).contains(item.at("/request_id/S").asText());
        }
        for (JsonNode row : exchange.answer().json().path("data")) {
            assertThat(Differences.names(table.at("/data/0"))).containsAll(Differences.names(row));
        }
    }

    static void one(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        assertThat(ours.json().path("filteredCount").asInt()).isOne();
        assertThat(ours.json().path("data")).hasSize(1);
    }

    static void findings(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        assertThat(ours.json().isArray()).isTrue();
    }

    /** JSON within JSON, with the members that ConsoleMe's pages read. */
    static void detail(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        JsonNode theirs = exchange.answer().json();
        assertThat(Differences.names(ours.json())).containsAll(Differences.names(theirs));
        assertThat(ours.json().path("last_updated").isIntegralNumber()).isTrue();
        JsonNode request = Golden.parse(ours.json().path("request").textValue());
        JsonNode recorded = Golden.parse(theirs.path("request").textValue());
        assertThat(Differences.names(request)).containsAll(Differences.names(recorded));
        for (String same : List.of("id", "principal", "timestamp", "justification")) {
            assertThat(request.path(same)).as(same).isEqualTo(recorded.path(same));
        }
    }
}
