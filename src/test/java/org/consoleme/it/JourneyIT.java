package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.consoleme.slacktwin.Actor;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a tag on a role to working keys, through all doors. */
class JourneyIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final String SLACK_ENGINEER = "U0ENGINEER";
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("/link/slack/([A-Za-z0-9_-]{8,})");
    private static final Pattern HAND_OFF = Pattern.compile("/go/([A-Za-z0-9_-]{8,})");

    @Test
    void aTaggedRoleIsOfferedByAllDoorsAfterTheJobsAndADeletedOneByNone() {
        URI server = STACK.server();
        Person engineer = Person.engineer(server);
        Person terminal = engineer.terminal();
        Jobs jobs = new Jobs(Person.administrator(server)).settled();
        SpokeAccount billing = SpokeAccount.of(STACK, "billing-prod");
        link();

        String arn = billing.addRole("journey-auditor", "engineering@example.com");
        jobs.run("account-iam");
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            assertThat(terminal.get("/api/v1/get_roles").must(200).body())
                                    .contains(arn);
                            assertThat(engineer.get("/api/v3/roles").must(200).body())
                                    .contains(arn);
                            assertThat(type("/consoleme find journey-auditor"))
                                    .contains("journey-auditor");
                            assertThat(type("/consoleme creds journey-auditor"))
                                    .contains("weep file");
                        });
        assertThat(keysOf(terminal, arn)).isEqualTo(200);

        billing.deleteRole("journey-auditor");
        jobs.run("account-iam");
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            assertThat(terminal.get("/api/v1/get_roles").must(200).body())
                                    .doesNotContain(arn);
                            assertThat(engineer.get("/api/v3/roles").must(200).body())
                                    .doesNotContain(arn);
                            assertThat(type("/consoleme find journey-auditor"))
                                    .contains("Nothing of yours matches");
                            assertThat(type("/consoleme creds journey-auditor"))
                                    .contains("Nothing of yours matches");
                        });
        assertThat(keysOf(terminal, arn)).isEqualTo(403);
    }

    @Test
    void anUnlinkedEngineerLinksAndTheSlackLinkLeadsToKeysThatAwsAccepts() {
        Person engineer = Person.engineer(STACK.server());
        new Jobs(Person.administrator(STACK.server())).settled();
        STACK.twin().outbound().clear();
        type("/consoleme unlink");
        assertThat(type("/consoleme creds admin"))
                .doesNotContain("weep file")
                .containsPattern(LINK);
        link();

        String answer = type("/consoleme creds admin");
        Matcher handOff = HAND_OFF.matcher(answer);
        assertThat(handOff.find()).as(answer).isTrue();
        JsonNode role = engineer.post("/api/v3/hand-offs/" + handOff.group(1), "").must(200).json();
        JsonNode keys =
                engineer.post(
                                "/api/v3/credentials",
                                "{\"role\": \"" + role.get("arn").asText() + "\"}")
                        .must(200)
                        .json();

        String secret = keys.get("secretAccessKey").asText();
        String token = keys.get("sessionToken").asText();
        String id = keys.get("accessKeyId").asText();
        assertThat(SpokeAccount.whoHolds(STACK.aws(), id, secret, token).account())
                .isEqualTo(role.get("accountId").asText());
        for (String key : new String[] {id, secret, token}) {
            assertThat(STACK.twin().outbound().contains(key)).isFalse();
        }
        engineer.post("/api/v3/hand-offs/" + handOff.group(1), "").must(404);
    }

    private static int keysOf(Person terminal, String arn) {
        return terminal.post("/api/v1/get_credentials", "{\"requested_role\": \"" + arn + "\"}")
                .status();
    }

    /** Ties the engineer's Slack user to the engineer, unless that is done. */
    private static void link() {
        Matcher ticket = LINK.matcher(type("/consoleme link"));
        if (ticket.find()) {
            Person.engineer(STACK.server())
                    .post("/api/v3/slack-links/" + ticket.group(1), "{\"link\": true}")
                    .must(200);
        }
    }

    /** Types a command; the answer as Slack would draw it, with its links. */
    private static String type(String line) {
        Actor engineer = STACK.twin().actAs(SLACK_ENGINEER);
        engineer.type(line);
        return STACK.twin().draw(STACK.twin().awaitEphemeral(SLACK_ENGINEER, ANSWER));
    }
}
