package org.consoleme.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The console's types are made from {@code openapi.json}: it must say what the server says. Where
 * it does not, {@code npm run openapi} in src/main/web takes the new document over.
 */
class OpenApiIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final Path CHECKED_IN = Path.of("src", "main", "web", "openapi.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode served;
    private static JsonNode checkedIn;

    @BeforeAll
    static void readBoth() throws Exception {
        URI address = STACK.server().resolve("/openapi?format=json");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            served = MAPPER.readTree(answer.body());
        }
        checkedIn = MAPPER.readTree(Files.readString(CHECKED_IN));
    }

    @Test
    void theServerHasThePathsOfTheCheckedInDocumentAndNoOther() {
        assertThat(children(served.path("paths")).filter(path -> isOfTheConsole(path.getKey())))
                .containsExactlyInAnyOrderElementsOf(children(checkedIn.path("paths")).toList());
    }

    /** The console does not use them; others write their clients by it. */
    @ParameterizedTest
    @CsvSource({
        "/api/v2/request, post",
        "/api/v2/requests, post",
        "/api/v2/requests/{id}, get",
        "/api/v2/requests/{id}, put",
        "/api/v2/requests_page_config, get",
        "/api/v2/policies/check, post"
    })
    void consoleMesRoutesForRequestsAreDescribedToo(String path, String method) {
        assertThat(served.path("paths").path(path).path(method).path("responses")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemas", "responses"})
    void theServerDescribesWhatThePathsReferToAsTheCheckedInDocumentDoes(String kind) {
        assertThat(children(served.path("components").path(kind)))
                .containsAll(children(checkedIn.path("components").path(kind)).toList());
    }

    private static Stream<Map.Entry<String, JsonNode>> children(JsonNode node) {
        return node.properties().stream();
    }

    /** The chooser of people is the local stack's alone. */
    private static boolean isOfTheConsole(String path) {
        return path.startsWith("/api/v3/") && !path.startsWith("/api/v3/local/");
    }
}
