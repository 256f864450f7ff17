package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests and grants as the console's pages ask for them, through the server. */
class ConsoleRequestsIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final Person engineer = Person.engineer(STACK.server()).at(this::node);
    private final Person approver = Person.approver(STACK.server()).at(this::node);
    private final Person bystander =
            Person.named(STACK.server(), "bystander@example.com").at(this::node);
    private String role;

    /** The server to which the next step goes. */
    URI node() {
        return STACK.server();
    }

    @BeforeEach
    void findARole() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !askable().isEmpty());
        role = askable();
    }

    private String askable() {
        return engineer.get("/api/v3/askable-roles?q=experiment+sandbox")
                .must(200)
                .json()
                .at("/roles/0/arn")
                .asText();
    }

    @Test
    void aRoleForATimeIsAskedForApprovedAndReturnedInTheConsole() {
        JsonNode ruling =
                engineer.post("/api/v3/rules", "{\"role\":\"" + role + "\",\"kind\":\"role\"}")
                        .must(200)
                        .json();
        assertThat(ruling.path("rule").asText()).isEqualTo("test and sandbox");
        assertThat(ruling.path("maxMinutes").asInt()).isEqualTo(480);

        JsonNode opened = opened();
        String id = opened.path("id").asText();
        assertThat(opened.at("/rights/approve").asBoolean(true)).isFalse();
        assertThat(ids(approver.get("/api/v3/inbox").must(200).json())).contains(id);

        approve(id, opened.path("hash").asText()).must(200);

        becomesApplied(id);
        String grant = detail(id).at("/grant/id").asText();
        assertThat(grants().toString()).contains(grant);
        engineer.post("/api/v3/grants/" + grant + "/return", "").must(200);
        assertThat(engineer.get("/api/v3/grants").json().path("live").toString())
                .doesNotContain(grant);
    }

    @Test
    void anApproverTakesALiveGrantAwayAndTheRequestSaysSo() {
        JsonNode opened = opened();
        String id = opened.path("id").asText();
        assertThat(rights(approver, id).path("revoke").asBoolean(true)).as("waits").isFalse();
        approve(id, opened.path("hash").asText()).must(200);
        becomesApplied(id);

        assertThat(rights(approver, id).path("revoke").asBoolean()).isTrue();
        assertThat(rights(engineer, id).path("revoke").asBoolean(true)).as("own").isFalse();
        assertThat(rights(bystander, id).path("revoke").asBoolean(true)).isFalse();
        String grant = detail(id).at("/grant/id").asText();
        approver.post("/api/v3/grants/" + grant + "/revoke", "{\"reason\":\"enough\"}").must(200);

        assertThat(detail(id).at("/grant/ended/how").asText()).isEqualTo("revoked");
        assertThat(rights(approver, id).path("revoke").asBoolean(true)).as("over").isFalse();
    }

    @Test
    void aDecisionOnAnotherHashIsRefused() {
        JsonNode shown = opened();
        String id = shown.path("id").asText();
        String change = shown.at("/changes/0/id").asText();
        engineer.put("/api/v3/requests/" + id + "/changes/" + change, "{\"minutes\":120}")
                .must(200);

        Reply reply = approve(id, shown.path("hash").asText());

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("difference"))
                .extracting(JsonNode::asText)
                .containsExactly("For 2 h instead of 1 h");
        assertThat(approve(id, "0000").status()).isEqualTo(409);
        assertThat(detail(id).path("state").asText()).isEqualTo("pending");
    }

    @Test
    void anOpenConsoleHearsOfAChange() throws Exception {
        String id = opened().path("id").asText();
        try (OpenConsole console = OpenConsole.of(node(), "engineer@example.com")) {
            approver.post("/api/v3/requests/" + id + "/comments", "{\"text\":\"seen\"}").must(200);

            console.hears("request", id);
        }
    }

    @Test
    void theListIsSortedByTheTimeOfAskingOneWayOrTheOther() {
        String first = opened().path("id").asText();
        String second = opened().path("id").asText();
        String mine = "/api/v3/requests?mine=true&state=pending&limit=200";

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () ->
                                assertThat(ids(engineer.get(mine).must(200).json()))
                                        .containsSubsequence(second, first));
        assertThat(ids(engineer.get(mine + "&sort=requestedAt").must(200).json()))
                .containsSubsequence(first, second);
        String next =
                engineer.get("/api/v3/requests?limit=1").must(200).json().path("next").asText();
        Reply other = engineer.get("/api/v3/requests?limit=1&sort=requestedAt&from=" + next);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().path("field").asText()).isEqualTo("from");
    }

    /** The role for an hour, waiting. */
    private JsonNode opened() {
        return engineer.post(
                        "/api/v3/requests",
                        "{\"role\":\""
                                + role
                                + "\",\"changes\":[{\"kind\":\"role\",\"minutes\":60}],"
                                + "\"justification\":\"to try it\",\"onceKey\":\""
                                + UUID.randomUUID()
                                + "\"}")
                .must(201)
                .json();
    }

    private Reply approve(String id, String hash) {
        return approver.post(
                "/api/v3/requests/" + id + "/decision",
                "{\"verdict\":\"approve\",\"hash\":\"" + hash + "\"}");
    }

    private void becomesApplied(String id) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> detail(id).path("state").asText().equals("applied"));
    }

    private JsonNode detail(String id) {
        return engineer.get("/api/v3/requests/" + id).must(200).json();
    }

    private static JsonNode rights(Person person, String id) {
        return person.get("/api/v3/requests/" + id).must(200).json().path("rights");
    }

    private JsonNode grants() {
        return engineer.get("/api/v3/grants").must(200).json().path("live");
    }

    private static List<String> ids(JsonNode inbox) {
        return StreamSupport.stream(inbox.path("requests").spliterator(), false)
                .map(request -> request.path("id").asText())
                .toList();
    }
}
