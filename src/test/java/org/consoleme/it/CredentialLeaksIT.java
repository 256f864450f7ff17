package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Issued keys go to who asked for them, and are written down nowhere. */
class CredentialLeaksIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final Pattern HAND_OFF = Pattern.compile("/go/([A-Za-z0-9_-]{8,})");

    private final Written written = new Written(STACK);

    /** What AWS gave out. */
    private record Keys(String role, String id, String secret, String token) {
        List<String> all() {
            return List.of(id, secret, token);
        }
    }

    @Test
    void slackT65_keysThatACredsRunEndsInAreInNoTableNoCacheNoLogAndNotInSlack() {
        // Given
        Person engineer = Person.engineer(STACK.server());
        Jobs jobs = new Jobs(Person.administrator(STACK.server())).settled();
        SlackChair slack = new SlackChair(STACK.twin(), TwinSettings.ENGINEER).linkedTo(engineer);
        STACK.twin().outbound().clear();
        // When
        Keys fromSlack = fromSlack(slack, engineer);
        Keys terminals = inTheTerminal(engineer.terminal(), fromSlack.role());
        slack.type("/consoleme creds admin");
        slack.type("/consoleme mine");
        jobs.run("account-iam");
        // Then
        assertThat(fromSlack.all()).doesNotContainAnyElementsOf(terminals.all());
        assertThat(written.places(fromSlack.role()))
                .as("where anything else of the run is written down")
                .anyMatch(place -> place.startsWith("DynamoDB consoleme_audit_events"))
                .anyMatch(place -> place.startsWith("Redis 0"));
        assertThat(written.keys(1)).isPositive();
        assertThat(written.places("CWWKF0011I"))
                .contains("log log/server.log", "log server/servers/consoleme/logs/messages.log");
        assertThat(written.places("replace_original")).containsExactly("Slack");
        for (String key : fromSlack.all()) {
            assertThat(written.places(key)).as("what Slack's link led to").isEmpty();
        }
        for (String key : terminals.all()) {
            assertThat(written.places(key)).as("what the terminal got").isEmpty();
        }
    }

    private static Keys fromSlack(SlackChair slack, Person engineer) {
        String answer = slack.type("/consoleme creds admin", "/go/");
        Matcher handOff = HAND_OFF.matcher(answer);
        assertThat(handOff.find()).as(answer).isTrue();
        String role =
                engineer.post("/api/v3/hand-offs/" + handOff.group(1), "")
                        .must(200)
                        .json()
                        .get("arn")
                        .asText();
        JsonNode keys =
                engineer.post("/api/v3/credentials", "{\"role\": \"" + role + "\"}")
                        .must(200)
                        .json();
        return new Keys(
                role,
                keys.get("accessKeyId").asText(),
                keys.get("secretAccessKey").asText(),
                keys.get("sessionToken").asText());
    }

    private static Keys inTheTerminal(Person terminal, String role) {
        JsonNode keys =
                terminal.post("/api/v1/get_credentials", "{\"requested_role\": \"" + role + "\"}")
                        .must(200)
                        .json()
                        .path("Credentials");
        return new Keys(
                role,
                keys.path("AccessKeyId").asText(),
                keys.path("SecretAccessKey").asText(),
                keys.path("SessionToken").asText());
    }
}
