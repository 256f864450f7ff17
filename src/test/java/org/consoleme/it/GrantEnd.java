package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grant up to its end and after it, at a server whose clock goes there. */
abstract class GrantEnd {
    private static final Duration LENGTH = Duration.ofMinutes(30);

    /** STS gives keys for no less. */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private final OwnNode node;
    private final RequestSteps steps;
    private final StoredTruth truth;
    private final AwsJournal aws;
    private String role;

    GrantEnd(OwnNode node) {
        this.node = node;
        steps = node.steps();
        truth = StoredTruth.of(node.stack());
        aws = AwsJournal.of(node.stack());
    }

    @BeforeEach
    void noGrant() {
        role = "arn:aws:iam::" + node.stack().account("data-platform") + ":role/data/lake-writer";
        steps.giveEverythingBack();
        assertThat(keys(steps.engineer().terminal()).status()).as("before").isEqualTo(403);
    }

    @AfterEach
    void now() {
        node.setClock(Instant.now());
        steps.giveEverythingBack();
    }

    @Test
    void stsGetsTheTimeThatIsLeftAndAPolicyThatEndsWithTheGrant() {
        JsonNode grant = granted();
        Instant end = end(grant);

        Instant before = Instant.now();
        keys(steps.engineer().terminal()).must(200);
        Instant after = Instant.now();

        Map<String, String> session = aws.lastSession(role);
        assertThat(session).containsEntry("RoleSessionName", "engineer@example.com");
        assertThat(Long.parseLong(session.get("DurationSeconds")))
                .isBetween(
                        Duration.between(after, end).toSeconds() - 1,
                        Duration.between(before, end).toSeconds() + 1);
        endsWith(session, end);
    }

    /** Keys live for a quarter of an hour at least: the policy is what ends them in time. */
    @Test
    void keysOfTheLastSecondEndWithTheGrantAndAfterItThereAreNone() {
        JsonNode grant = granted();
        Instant end = end(grant);

        node.setClock(end.minusSeconds(20));
        Person terminal = steps.engineer().terminal();
        JsonNode last = keys(terminal).must(200).json().path("Credentials");
        Map<String, String> session = aws.lastSession(role);
        assertThat(session).containsEntry("DurationSeconds", Long.toString(SHORTEST.toSeconds()));
        endsWith(session, end);
        assertThat(last.path("Expiration").asLong())
                .isPositive()
                .isLessThanOrEqualTo(end.getEpochSecond());

        node.setClock(end);
        int issued = aws.calls("AssumeRole").size();
        Reply refused = keys(steps.engineer().terminal());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asText()).isEqualTo("900");
        assertThat(keys(terminal).status()).as("who was signed in before").isEqualTo(403);
        assertThat(keysInTheConsole().status()).isEqualTo(404);
        assertThat(steps.engineer().get("/api/v3/grants").json().path("live").toString())
                .doesNotContain(id(grant));
        assertThat(aws.calls("AssumeRole").stream().skip(issued))
                .noneMatch(call -> role.equals(call.get("RoleArn")));
    }

    @Test
    void theEndIsRecordedOnce() {
        JsonNode grant = granted();
        Jobs jobs = new Jobs(steps.administrator());

        node.setClock(end(grant).plusSeconds(1));
        jobs.run("expire-grants");
        jobs.run("expire-grants");

        assertThat(truth.audit(id(grant))).containsExactlyInAnyOrder("begin DONE", "end DONE");
    }

    /** The grant for half an hour, once this server gives keys under it. */
    private JsonNode granted() {
        Instant asked = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonNode request =
                steps.ask(
                        role,
                        "{\"kind\":\"role\",\"minutes\":" + LENGTH.toMinutes() + "}",
                        "to load the lake");
        RequestSteps.approve(steps.approver(), request).must(200);
        steps.awaitState(RequestSteps.id(request), "applied", TwoNodes.SOON);
        Person terminal = steps.engineer().terminal();
        await().atMost(TwoNodes.SOON).until(() -> keys(terminal).status() == 200);
        JsonNode grant = steps.look(RequestSteps.id(request)).path("grant");
        assertThat(end(grant)).isBetween(asked.plus(LENGTH), Instant.now().plus(LENGTH));
        return grant;
    }

    private static void endsWith(Map<String, String> session, Instant end) {
        String second = end.truncatedTo(ChronoUnit.SECONDS).toString();
        assertThat(Reply.json(session.get("Policy")))
                .isEqualTo(
                        Reply.json(
                                """
                                {"Version": "2012-10-17", "Statement": [
                                  {"Effect": "Deny", "Action": "*", "Resource": "*",
                                   "Condition": {"DateGreaterThanEquals": {"aws:CurrentTime": "%1$s"}}},
                                  {"Effect": "Allow", "Action": "*", "Resource": "*",
                                   "Condition": {"DateLessThan": {"aws:CurrentTime": "%1$s"}}}]}
                                """
                                        .formatted(second)));
    }

    private Reply keys(Person terminal) {
        return terminal.post("/api/v1/get_credentials", "{\"requested_role\": \"" + role + "\"}");
    }

    private Reply keysInTheConsole() {
        return steps.engineer().post("/api/v3/credentials", "{\"role\":\"" + role + "\"}");
    }

    private static String id(JsonNode grant) {
        return grant.path("id").asText();
    }

    private static Instant end(JsonNode grant) {
        return Instant.parse(grant.path("end").asText());
    }
}
