package org.consoleme.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Requests for inline policies of one role, as ConsoleMe's clients send them. */
record PolicyRequests(String role) {
    static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                    + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::example-sandbox/*\"}]}";
    static final String OTHER = DOCUMENT.replace("GetObject", "PutObject");

    /** One that no other test has. */
    static String name() {
        return "it-" + UUID.randomUUID();
    }

    /** Waits until somebody is shown the role: the server knows it then. */
    void awaitRole(Person person) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> person.get("/api/v3/roles").must(200).body().contains(role));
    }

    /** A new policy. */
    String attach(String name) {
        return attach(name, DOCUMENT);
    }

    String attach(String name, String document) {
        return change("attach", name, ",\"policy\":{\"policy_document\":" + document + "}");
    }

    /** Replaces the one of that name. */
    String replace(String name, String document) {
        return change(
                "attach", name, ",\"new\":false,\"policy\":{\"policy_document\":" + document + "}");
    }

    String detach(String name) {
        return change("detach", name, ",\"new\":false");
    }

    /**
     * @param members more of the change, each with its comma
     */
    String change(String action, String name, String members) {
        return "{\"principal\":{\"principal_type\":\"AwsResource\",\"principal_arn\":\""
                + role
                + "\"},\"change_type\":\"inline_policy\",\"action\":\""
                + action
                + "\",\"policy_name\":\""
                + name
                + "\""
                + members
                + "}";
    }

    static String body(String... changes) {
        return "{\"changes\":{\"changes\":["
                + Arrays.stream(changes).collect(Collectors.joining(","))
                + "]},\"justification\":\"for a test\"}";
    }

    static Reply ask(Person person, String... changes) {
        return person.post("/api/v2/request", body(changes));
    }

    /** The number of a request that is there now. */
    static String asked(Person person, String... changes) {
        return ask(person, changes).must(200).json().path("request_id").asText();
    }

    static Reply apply(Person person, String id, int change) {
        return send(person, id, "apply_change", changeId(id, change));
    }

    /**
     * @param document what the page showed
     */
    static Reply apply(Person person, String id, int change, String document) {
        return send(
                person,
                id,
                "apply_change",
                changeId(id, change) + ",\"policy_document\":" + document);
    }

    static Reply update(Person person, String id, int change, String document) {
        return send(
                person,
                id,
                "update_change",
                changeId(id, change) + ",\"policy_document\":" + document);
    }

    static Reply cancel(Person person, String id, int change) {
        return send(person, id, "cancel_change", changeId(id, change));
    }

    static Reply comment(Person person, String id, String text) {
        return send(person, id, "add_comment", "\"comment_text\":\"" + text + "\"");
    }

    /**
     * @param members of the modification; none for an empty text
     */
    static Reply send(Person person, String id, String command, String members) {
        return person.put(
                "/api/v2/requests/" + id,
                "{\"modification_model\":{\"command\":\""
                        + command
                        + "\""
                        + (members.isEmpty() ? "" : "," + members)
                        + "}}");
    }

    private static String changeId(String id, int change) {
        return "\"change_id\":\"" + id + change + "\"";
    }

    /** The stored request, which ConsoleMe's answer holds as a text. */
    static JsonNode stored(Person person, String id) {
        return Reply.json(
                person.get("/api/v2/requests/" + id).must(200).json().path("request").asText());
    }

    static JsonNode storedChange(Person person, String id, int change) {
        return stored(person, id).at("/changes/changes/" + change);
    }

    /** ConsoleMe's name of where it stands. */
    static String status(Person person, String id) {
        return stored(person, id).path("request_status").asText();
    }

    /** Our own name of it: ConsoleMe's clients are told "approved" while it is being applied. */
    static String state(Person person, String id) {
        return person.get("/api/v3/requests/" + id).must(200).json().path("state").asText();
    }
}
