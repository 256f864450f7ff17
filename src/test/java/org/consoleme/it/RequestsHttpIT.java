package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as ConsoleMe's clients and the console make and decide them, through the server. */
class RequestsHttpIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                    + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::example-sandbox/*\"}]}";
    private static final String OTHER = DOCUMENT.replace("GetObject", "PutObject");

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
        role = "arn:aws:iam::" + STACK.account("sandbox") + ":role/admin";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engineer.get("/api/v3/roles").must(200).body().contains(role));
    }

    @Test
    void policyC01L01_aPolicyIsAskedForAndAppliedAsConsoleMesClientsDo() {
        JsonNode created = create(name()).must(200).json();
        String id = created.path("request_id").asText();

        assertThat(created.path("request_created").asBoolean()).isTrue();
        assertThat(created.path("request_url").asText()).isEqualTo("/policies/request/" + id);
        assertThat(created.at("/extended_request/request_status").asText()).isEqualTo("pending");
        assertThat(created.at("/extended_request/changes/changes/0/id").asText())
                .isEqualTo(id + "0");

        Reply refused = apply(engineer, id, DOCUMENT);
        Reply applied = apply(approver, id, DOCUMENT);

        assertThat(refused.status()).as("L05").isEqualTo(403);
        assertThat(applied.must(200).json().path("errors").asInt()).as("%s", applied).isZero();
        assertThat(applied.json().at("/action_results/0/message").asText())
                .startsWith("Successfully applied inline policy");
        assertThat(extended(id).path("request_status").asText()).isEqualTo("approved");
        assertThat(extended(id).path("reviewer").asText()).isEqualTo("approver@example.com");
        assertThat(apply(approver, id, DOCUMENT).status()).as("L03").isEqualTo(400);
    }

    @Test
    void policyC20_aDryRunKeepsNothing() {
        String body = body(change(name(), DOCUMENT)).replaceFirst("\\{", "{\"dry_run\":true,");

        JsonNode planned = engineer.post("/api/v2/request", body).must(200).json();

        assertThat(planned.path("request_created").asBoolean(true)).isFalse();
        assertThat(planned.path("request_id").isNull()).isTrue();
        String id = planned.at("/extended_request/id").asText();
        assertThat(engineer.get("/api/v2/requests/" + id).status()).isEqualTo(404);
    }

    @Test
    void policyC24_anEngineerApprovesNothingOfTheirOwn_b01() {
        String body =
                body(change(name(), DOCUMENT)).replaceFirst("\\{", "{\"admin_auto_approve\":true,");

        assertThat(engineer.post("/api/v2/request", body).status()).isEqualTo(403);
    }

    @Test
    void policyL18L19_whatWasNotSeenIsNotApproved() {
        String id = created();
        Reply other = apply(approver, id, OTHER);
        put(engineer, id, "update_change", "\"policy_document\":" + OTHER).must(200);
        Reply before = apply(approver, id, DOCUMENT);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("difference")).isNotEmpty();
        assertThat(before.status()).isEqualTo(409);
        assertThat(extended(id).path("request_status").asText()).isEqualTo("pending");
    }

    @Test
    void policyL22L23_aLookSaysWhatOneMayDoAndWritesNothing_b25() {
        String id = created();
        JsonNode engineers = engineer.get("/api/v2/requests/" + id).must(200).json();
        JsonNode approvers = approver.get("/api/v2/requests/" + id).must(200).json();

        assertThat(engineers.path("request_config").toString())
                .isEqualTo(
                        "{\"can_approve_reject\":false,\"can_update_cancel\":true,"
                                + "\"can_move_back_to_pending\":false}");
        assertThat(approvers.at("/request_config/can_approve_reject").asBoolean()).isTrue();
        assertThat(approvers.path("last_updated")).isEqualTo(engineers.path("last_updated"));
    }

    @Test
    void policyL07_aBystanderCancelsNothing_b02() {
        String id = created();

        assertThat(put(bystander, id, "cancel_change", "\"x\":1").status()).isEqualTo(403);
        assertThat(put(bystander, id, "cancel_request", "\"x\":1").status()).isEqualTo(403);
        assertThat(extended(id).path("request_status").asText()).isEqualTo("pending");
    }

    @Test
    void policyL24_anUnknownRequestIsNotThere() {
        assertThat(engineer.get("/api/v2/requests/nosuch").status()).isEqualTo(404);
        assertThat(put(engineer, "nosuch", "cancel_request", "\"x\":1").status()).isEqualTo(404);
        assertThat(engineer.get("/api/v3/requests/nosuch").status()).isEqualTo(404);
    }

    @Test
    void policyC30_theTableIsFilteredAndBounded() {
        created();
        String id = created();

        JsonNode table =
                engineer.post(
                                "/api/v2/requests?markdown=true",
                                "{\"filters\":{\"status\":\"^pend\",\"username\":\"engineer\"},"
                                        + "\"limit\":1}")
                        .must(200)
                        .json();

        assertThat(table.path("filteredCount").asInt()).isOne();
        assertThat(table.at("/data/0/request_id").asText())
                .isEqualTo("[" + id + "](/policies/request/" + id + ")");
        assertThat(table.at("/data/0/status").asText()).isEqualTo("pending");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("10 MB", ("{\"a\":\"" + "x".repeat(10_000_000) + "\"}"), 413),
                Arguments.of("deep nesting", "[".repeat(100_000), 400),
                Arguments.of("a key twice", "{\"dry_run\":true,\"dry_run\":false}", 400),
                Arguments.of("no JSON", "changes", 400),
                Arguments.of("nothing", "", 400),
                Arguments.of("a list", "[]", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void badInputIsRefusedInBoundedTime(String what, String body, int status) {
        for (String path :
                List.of("/api/v2/request", "/api/v3/requests", "/api/v3/policies/check")) {
            long begun = System.nanoTime();
            Reply reply = engineer.post(path, body);
            assertThat(reply.status()).as("%s %s: %s", what, path, reply).isEqualTo(status);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void badUtf8IsRefused() {
        byte[] body = body(change(name(), DOCUMENT)).getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(body, body.length);
        broken[new String(body, StandardCharsets.UTF_8).indexOf("GetObject")] = (byte) 0xC3;

        assertThat(engineer.post("/api/v2/request", broken).status()).isEqualTo(400);
        assertThat(engineer.post("/api/v2/policies/check", broken).status()).isEqualTo(400);
    }

    @Test
    void aRoleForATimeIsAskedForApprovedUsedAndReturnedInTheConsole() {
        JsonNode askable =
                engineer.get("/api/v3/askable-roles?q=experiment+sandbox").must(200).json();
        String arn = askable.at("/roles/0/arn").asText();
        JsonNode ruling =
                engineer.post("/api/v3/rules", "{\"role\":\"" + arn + "\",\"kind\":\"role\"}")
                        .must(200)
                        .json();
        assertThat(ruling.path("rule").asText()).isEqualTo("test and sandbox");
        assertThat(ruling.path("maxMinutes").asInt()).isEqualTo(480);

        JsonNode opened =
                engineer.post(
                                "/api/v3/requests",
                                "{\"role\":\""
                                        + arn
                                        + "\",\"changes\":[{\"kind\":\"role\",\"minutes\":60}],"
                                        + "\"justification\":\"to try it\",\"onceKey\":\""
                                        + UUID.randomUUID()
                                        + "\"}")
                        .must(201)
                        .json();
        String id = opened.path("id").asText();
        assertThat(opened.at("/rights/approve").asBoolean(true)).isFalse();
        assertThat(ids(approver.get("/api/v3/inbox").must(200).json())).contains(id);

        approver.post(
                        "/api/v3/requests/" + id + "/decision",
                        "{\"verdict\":\"approve\",\"hash\":\""
                                + opened.path("hash").asText()
                                + "\"}")
                .must(200);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> detail(id).path("state").asText().equals("applied"));
        String grant = detail(id).at("/grant/id").asText();
        assertThat(grants().toString()).contains(grant);
        engineer.post("/api/v3/grants/" + grant + "/return", "").must(200);
        assertThat(engineer.get("/api/v3/grants").json().path("live").toString())
                .doesNotContain(grant);
    }

    @Test
    void aDecisionOnAnotherHashIsRefused() {
        String id = created();

        Reply reply =
                approver.post(
                        "/api/v3/requests/" + id + "/decision",
                        "{\"verdict\":\"approve\",\"hash\":\"0000\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(detail(id).path("state").asText()).isEqualTo("pending");
    }

    @Test
    void anOpenConsoleHearsOfAChange() throws Exception {
        String id = created();
        try (OpenConsole console = OpenConsole.of(node(), "engineer@example.com")) {

            put(approver, id, "add_comment", "\"comment_text\":\"seen\"").must(200);

            console.hears("request", id);
        }
    }

    private String created() {
        return create(name()).must(200).json().path("request_id").asText();
    }

    private Reply create(String name) {
        return engineer.post("/api/v2/request", body(change(name, DOCUMENT)));
    }

    private static String name() {
        return "it-" + UUID.randomUUID();
    }

    private String change(String name, String document) {
        return "{\"principal\":{\"principal_type\":\"AwsResource\",\"principal_arn\":\""
                + role
                + "\"},\"change_type\":\"inline_policy\",\"action\":\"attach\",\"policy_name\":\""
                + name
                + "\",\"policy\":{\"policy_document\":"
                + document
                + "}}";
    }

    private static String body(String change) {
        return "{\"changes\":{\"changes\":[" + change + "]},\"justification\":\"for a test\"}";
    }

    private static Reply apply(Person person, String id, String document) {
        return put(person, id, "apply_change", "\"policy_document\":" + document);
    }

    private static Reply put(Person person, String id, String command, String member) {
        return person.put(
                "/api/v2/requests/" + id,
                "{\"modification_model\":{\"command\":\""
                        + command
                        + "\",\"change_id\":\""
                        + id
                        + "0\","
                        + member
                        + "}}");
    }

    private JsonNode extended(String id) {
        String text =
                engineer.get("/api/v2/requests/" + id).must(200).json().path("request").asText();
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON within JSON", e);
        }
    }

    private JsonNode detail(String id) {
        return engineer.get("/api/v3/requests/" + id).must(200).json();
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
