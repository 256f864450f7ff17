package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.FindRole;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.credentials.VendForTests;
import org.consoleme.identity.Caller;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What never leaves us, and never gets into a log. */
class LeaksTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void slackT65_keysThatARunEndsInAreNowhereInSlackLogOrStore() {
        try (LogLines log = new LogLines()) {
            // Given
            engineer.type("/consoleme creds billing-reader in billing-prod for 2h");
            String answer = door.twin.draw(door.answer());
            Matcher link = Pattern.compile("/go/([A-Za-z0-9_-]{32})\\?for=7200").matcher(answer);
            assertThat(link.find()).isTrue();
            // When
            Caller signedIn = Callers.web(SlackDoor.ENGINEER, "finops");
            EligibleRole offered =
                    VendForTests.take(
                            door.store,
                            new FindRole(door.eligible(), door.accounts),
                            signedIn,
                            link.group(1));
            TemporaryCredentials keys =
                    VendForTests.vend(
                            new FindRole(door.eligible(), door.accounts),
                            door.audit,
                            door.clock,
                            signedIn,
                            RoleQuery.of(offered.role().toString(), Surface.CLI));
            engineer.type("/consoleme whoami");
            door.answer();
            // Then
            assertThat(keys.role()).hasToString(SlackDoor.READER);
            for (String secret : VendForTests.SECRETS) {
                assertThat(door.twin.outbound().contains(secret)).isFalse();
                assertThat(log.all()).noneMatch(line -> line.contains(secret));
                assertThat(door.audit.events())
                        .isNotEmpty()
                        .noneMatch(e -> e.toString().contains(secret));
            }
        }
    }

    @Test
    void theLinkOfAnAnswerIsGoodForTheAskerOnlyAndOnce() {
        // Given
        engineer.type("/consoleme creds admin");
        Matcher link =
                Pattern.compile("/go/([A-Za-z0-9_-]{32})").matcher(door.twin.draw(door.answer()));
        assertThat(link.find()).isTrue();
        FindRole find = new FindRole(door.eligible(), door.accounts);
        Caller other = Callers.web("approver@example.com", "finops");
        Caller asker = Callers.web("Engineer@Example.com", "finops");
        // When, Then
        assertThat(VendForTests.taken(door.store, find, other, link.group(1))).isFalse();
        assertThat(VendForTests.taken(door.store, find, asker, link.group(1))).isTrue();
        assertThat(VendForTests.taken(door.store, find, asker, link.group(1))).isFalse();
    }

    @Test
    void slackT70_atDebugNothingOfARequestIsLogged() {
        try (LogLines log = new LogLines()) {
            // When
            CommandDraft command =
                    engineer.compose("/consoleme creds admin because quarterly-reconciliation");
            SignedRequest signed = command.prepare();
            door.twin.send(signed);
            door.twin.send(signed);
            door.answer();
            engineer.type("/consoleme creds billing-reader");
            CommandDraft click = engineer.composeClick(door.answer(), "Use");
            click.send();
            door.answer();
            engineer.compose("/consoleme x because forged-reason").signedWith("another").send();
            door.auditOf(2);
            // Then
            String payload = click.field("payload");
            List<String> never =
                    List.of(
                            signed.headers().get("X-Slack-Signature"),
                            command.responseUrl(),
                            command.field("trigger_id"),
                            command.field("token"),
                            Json.read(payload).orElseThrow().path("response_url").asText(),
                            Json.read(payload).orElseThrow().path("trigger_id").asText(),
                            "xoxb-twin-bot-token",
                            "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                            "quarterly-reconciliation",
                            "forged-reason");
            assertThat(log.all())
                    .allSatisfy(
                            line ->
                                    assertThat(never)
                                            .allSatisfy(
                                                    secret ->
                                                            assertThat(line)
                                                                    .doesNotContain(secret)));
        }
    }

    @Test
    void aCallPrintsNeitherItsTextNorItsAddress() {
        SlackCall call =
                new SlackCall(
                        "T1",
                        Optional.empty(),
                        "U1",
                        "creds secret-project",
                        SlackCall.Where.at("https://hooks.slack.com/commands/1"),
                        "v0=abc");
        assertThat(call.toString()).contains("T1#U1").doesNotContain("secret", "hooks", "v0");
    }
}
