package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a question to AWS and back, in Slack, on the web, and from one to the other. */
class RequestJourneyIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String DOCUMENT =
            "{\"Version\": \"2012-10-17\",\n  \"Statement\": [{\"Effect\": \"Allow\", "
                    + "\"Action\": [\"s3:GetObject\"], \"Resource\": \"arn:aws:s3:::lake/*\"}]}";

    private final Person engineer = Person.engineer(STACK.server()).at(this::node);
    private final Person approver = Person.approver(STACK.server()).at(this::node);
    private final Person terminal = engineer.terminal();
    private final String reason = "INC-" + UUID.randomUUID();
    private String role;
    private SlackChair asking;
    private SlackChair deciding;

    /** The server to which the next step on the web goes; Slack always has the same. */
    URI node() {
        return STACK.server();
    }

    @BeforeEach
    void everybodyIsLinkedAndTheRoleIsKnown() {
        role = "arn:aws:iam::" + STACK.account("data-platform") + ":role/data/lake-writer";
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                engineer.get("/api/v3/askable-roles?q=lake-writer")
                                        .body()
                                        .contains(role));
        asking = new SlackChair(STACK.twin(), TwinSettings.ENGINEER).linkedTo(engineer);
        deciding = new SlackChair(STACK.twin(), TwinSettings.APPROVER).linkedTo(approver);
    }

    @Test
    void aRoleAskedForInSlackIsApprovedInTheChannelUsedAndGivenBack() {
        asking.type(
                "/consoleme request role lake-writer in data-platform for 2h because " + reason);
        assertThat(keys()).as("before the approval").isEqualTo(403);

        Message card = card("Waiting");
        assertThat(STACK.twin().draw(card)).contains("lake-writer", "data-platform", reason);
        deciding.approve(card);
        card("Applied");

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(keys()).isEqualTo(200));
        asking.type("/consoleme return " + grants().getFirst());
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(keys()).isEqualTo(403));
    }

    @Test
    void aRoleAskedForOnTheWebIsApprovedInSlack() {
        String request = ask("{\"kind\":\"role\",\"minutes\":60}");

        deciding.approve(card("Waiting"));

        becomesApplied(request);
        card("Applied");
        giveBack();
    }

    @Test
    void aRoleAskedForInSlackIsApprovedOnTheWebAndTheCardFollows() {
        asking.type(
                "/consoleme request role lake-writer in data-platform for 1h because " + reason);
        card("Waiting");
        JsonNode waiting = approver.get("/api/v3/inbox").must(200).json();
        String request = "";
        for (JsonNode one : waiting.get("requests")) {
            if (one.get("justification").asText().equals(reason)) {
                request = one.get("id").asText();
            }
        }

        approveOnTheWeb(request);

        becomesApplied(request);
        card("Applied");
        giveBack();
    }

    @Test
    void anInlinePolicyIsInAwsLetterByLetterAsItWasReviewed() {
        SpokeAccount account = SpokeAccount.of(STACK, "data-platform");
        String name = "journey-" + UUID.randomUUID();
        String request =
                ask(
                        "{\"kind\":\"put_inline_policy\",\"policyName\":\"%s\",\"document\":%s}"
                                .formatted(name, TextNode.valueOf(DOCUMENT)));

        deciding.approve(card("Waiting"));

        becomesApplied(request);
        assertThat(account.inlinePolicy("lake-writer", name)).isEqualTo(DOCUMENT);
    }

    @Test
    void whatIsSaidUnderTheCardAndWhatIsSaidOnTheWebIsOneTalk() {
        String request = ask("{\"kind\":\"role\",\"minutes\":60}");
        Message card = card("Waiting");
        Awaitility.await().atMost(SOON).until(() -> StoredTruth.of(STACK).due(request) == 0);

        STACK.twin()
                .actAs(TwinSettings.APPROVER)
                .in(TwinSettings.APPROVALS)
                .reply(card, "which ticket, for " + reason + "?");

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(engineer.get("/api/v3/requests/" + request).body())
                                        .contains("which ticket, for " + reason));
        engineer.post("/api/v3/requests/" + request + "/comments", "{\"text\":\"the new one\"}")
                .must(200);
        Message said =
                STACK.twin()
                        .awaitMessage(
                                message ->
                                        message.threadTs().equals(Optional.of(card.ts()))
                                                && message.author().equals(TwinSettings.BOT),
                                SOON);
        assertThat(STACK.twin().draw(said)).contains("“the new one”");
    }

    private String ask(String change) {
        return engineer.post(
                        "/api/v3/requests",
                        "{\"role\":\"%s\",\"justification\":\"%s\",\"changes\":[%s]}"
                                .formatted(role, reason, change))
                .must(201)
                .json()
                .get("id")
                .asText();
    }

    private void approveOnTheWeb(String request) {
        String hash =
                approver.get("/api/v3/requests/" + request).must(200).json().get("hash").asText();
        approver.post(
                        "/api/v3/requests/" + request + "/decision",
                        "{\"verdict\":\"approve\",\"hash\":\"" + hash + "\"}")
                .must(200);
    }

    private void becomesApplied(String request) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                engineer.get("/api/v3/requests/" + request)
                                                        .must(200)
                                                        .json()
                                                        .get("state")
                                                        .asText())
                                        .isEqualTo("applied"));
    }

    /** So that no other test finds the role open. */
    private void giveBack() {
        for (String grant : grants()) {
            engineer.post("/api/v3/grants/" + grant + "/return", "").must(200);
        }
    }

    /** The live ones of this role. */
    private List<String> grants() {
        JsonNode live = engineer.get("/api/v3/grants").must(200).json().get("live");
        return StreamSupport.stream(live.spliterator(), false)
                .filter(grant -> grant.at("/role/arn").asText().equals(role))
                .map(grant -> grant.get("id").asText())
                .toList();
    }

    private int keys() {
        return terminal.post("/api/v1/get_credentials", "{\"requested_role\": \"" + role + "\"}")
                .status();
    }

    /** This test's card in the channel, once it says so. */
    private Message card(String state) {
        return SlackChair.card(STACK.twin(), reason, state);
    }
}
