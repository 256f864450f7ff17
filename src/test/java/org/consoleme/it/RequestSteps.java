package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.consoleme.testing.RunningStack;

/**
 * How requests come to be and are decided in the console.
 *
 * @param nodes which server is asked next
 */
record RequestSteps(RunningStack stack, Supplier<URI> nodes) {
    static final String DOCUMENT =
            "{\"Version\": \"2012-10-17\",\n  \"Statement\": [{\"Effect\": \"Allow\", "
                    + "\"Action\": [\"s3:GetObject\"], \"Resource\": \"arn:aws:s3:::example-sandbox/*\"}]}";

    /** May be asked for and used by engineers. */
    static final String ROLE = "experiment";

    Person engineer() {
        return Person.engineer(stack.server()).at(nodes);
    }

    Person approver() {
        return Person.approver(stack.server()).at(nodes);
    }

    Person administrator() {
        return Person.administrator(stack.server()).at(nodes);
    }

    String sandboxRole() {
        return "arn:aws:iam::" + stack.account("sandbox") + ":role/" + ROLE;
    }

    /** Until a server has the index of roles and knows who may ask for them. */
    void awaitRoles(URI node) {
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                engineer()
                                        .at(() -> node)
                                        .get("/api/v3/askable-roles?q=experiment+sandbox")
                                        .body()
                                        .contains(sandboxRole()));
    }

    static String name() {
        return "nodes-" + UUID.randomUUID();
    }

    static String forAnHour() {
        return "{\"kind\":\"role\",\"minutes\":60}";
    }

    static String policy(String name) {
        return "{\"kind\":\"put_inline_policy\",\"policyName\":\"%s\",\"document\":%s}"
                .formatted(name, TextNode.valueOf(DOCUMENT));
    }

    JsonNode ask(String role, String change, String reason) {
        return engineer()
                .post("/api/v3/requests", form(role, change, reason, UUID.randomUUID()))
                .must(201)
                .json();
    }

    JsonNode ask(String change) {
        return ask(sandboxRole(), change, "for a test");
    }

    static String form(String role, String change, String reason, UUID onceKey) {
        return "{\"role\":\"%s\",\"justification\":\"%s\",\"changes\":[%s],\"onceKey\":\"%s\"}"
                .formatted(role, reason, change, onceKey);
    }

    static Reply approve(Person who, JsonNode request) {
        return decide(who, request, "\"verdict\":\"approve\"");
    }

    static Reply deny(Person who, JsonNode request) {
        return decide(who, request, "\"verdict\":\"reject\",\"reason\":\"not now\"");
    }

    private static Reply decide(Person who, JsonNode request, String verdict) {
        return who.post(
                "/api/v3/requests/" + id(request) + "/decision",
                "{%s,\"hash\":\"%s\"}".formatted(verdict, request.path("hash").asText()));
    }

    static String id(JsonNode request) {
        return request.path("id").asText();
    }

    JsonNode look(String id) {
        return engineer().get("/api/v3/requests/" + id).must(200).json();
    }

    String state(String id) {
        return look(id).path("state").asText();
    }

    void awaitState(String id, String state, Duration limit) {
        await().atMost(limit).untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
    }

    /** So that no other test finds a role open. */
    void giveEverythingBack() {
        for (JsonNode grant : engineer().get("/api/v3/grants").must(200).json().get("live")) {
            engineer().post("/api/v3/grants/" + id(grant) + "/return", "").must(200);
        }
    }
}
