package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.PolicyDoor.READER;
import static org.consoleme.slack.PolicyDoor.READS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An inline policy, asked for and decided in Slack; policies are the administrator's. */
class PolicyInSlackTest {
    private static final String ADMINISTERS =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                    + " \"*\", \"Resource\": \"*\"}]}";

    private final PolicyDoor policy = new PolicyDoor();
    private final SlackDoor door = policy.door;
    private final Actor engineer = policy.engineer;
    private final Actor admin = policy.admin;

    @AfterEach
    void close() {
        policy.close();
    }

    private AppAnswer sent(String document) {
        return engineer.submit(
                policy.form(), Map.of("policy_name", "logs", "document", document, "why", "INC-5"));
    }

    private Message asked(String document) {
        assertThat(sent(document).body()).isEmpty();
        assertThat(door.twin.draw(door.answer())).contains("to add the policy logs");
        door.deliver();
        return door.card();
    }

    @Test
    void whatWasReviewedIsWhatAwsGetsByteForByte() {
        // Given
        Message card = asked(READS);
        assertThat(door.twin.draw(card)).contains("Gives", "GetObject", "acme-logs");
        // When
        admin.submit(policy.clicked(card, "Approve"), Map.of());
        door.answerTo(TwinSettings.ADMIN);
        door.deliver();
        // Then
        assertThat(door.core.policies.live(READER, "logs").map(PolicyDocument::text))
                .contains(READS);
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
    }

    @Test
    void slackT33_anAdministratorsPolicyIsApprovedOnTheConsoleAlone() {
        // Given
        Message card = asked(ADMINISTERS);
        String drawn = door.twin.draw(card);
        assertThat(drawn).contains("⚠ Risk", "Approve in console…", "[Deny]");
        assertThat(drawn).contains("?hash=" + door.core.latest().hash());
        ChangeRequest before = door.core.latest();
        door.audit.clear();
        // When
        admin.composeClick(card, "Deny")
                .bend(
                        payload ->
                                ((ObjectNode) payload.path("actions").get(0))
                                        .put("action_id", "requests.review.approve"))
                .send();
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.ADMIN)))
                .contains("on the console alone");
        assertThat(door.refusals(1)).containsExactly("StepUpRequired");
        assertThat(door.core.now(before)).isEqualTo(before);
    }

    @Test
    void aRoleInTheManagementAccountIsApprovedOnTheConsoleAlone() {
        // Given
        door.accounts(InMemoryAccounts.account("400000000004", "organization"));
        door.publish(
                "400000000004",
                Roles.role("arn:aws:iam::400000000004:role/payer", Set.of(), Set.of()));
        // When
        engineer.type("/consoleme request role payer for 1h because INC-5");
        door.answer();
        door.deliver();
        // Then
        assertThat(door.twin.draw(door.card()))
                .contains("⚠ Risk", "management account", "Approve in console…", "[Deny]")
                .doesNotContain("[Approve]");
    }

    @Test
    void denyingItNeedsNoConsole() {
        // Given
        Message card = asked(ADMINISTERS);
        // When
        admin.submit(policy.clicked(card, "Deny"), Map.of("reason", "far too much"));
        door.answerTo(TwinSettings.ADMIN);
        door.deliver();
        // Then
        assertThat(door.twin.draw(door.card()))
                .contains("✖ Denied by admin@example.com", "far too much")
                .doesNotContain("[Deny]");
    }

    @Test
    void slackT42_aDecisionOnWhatWasChangedSinceIsRefusedAndTheCardDrawnAnew() {
        // Given
        Message card = asked(READS);
        ChangeRequest request = door.core.latest();
        door.core.edit.handle(
                door.callerOf(SlackDoor.ENGINEER),
                request.id(),
                request.changes().getFirst().id(),
                new ChangeEdit.Document(
                        PolicyDocument.parse(READS.replace("GetObject", "PutObject"))));
        ChangeRequest edited = door.core.latest();
        door.audit.clear();
        // When
        admin.click(card, "Approve");
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.ADMIN)))
                .contains("changed since you looked");
        assertThat(door.core.now(edited)).isEqualTo(edited);
        assertThat(door.auditOf(1))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("Conflict"));
        assertThat(door.twin.draw(door.card()))
                .contains("PutObject", edited.hash().substring(0, 12));
    }

    @Test
    void slackT42_norDoesAModalCountThatShowedTheOlderText() {
        // Given
        SlackView modal = policy.clicked(asked(READS), "Approve");
        ChangeRequest request = door.core.latest();
        door.core.edit.handle(
                door.callerOf(SlackDoor.ENGINEER),
                request.id(),
                request.changes().getFirst().id(),
                new ChangeEdit.Document(
                        PolicyDocument.parse(READS.replace("GetObject", "PutObject"))));
        door.deliver();
        ChangeRequest edited = door.core.latest();
        // When
        admin.submit(modal, Map.of());
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.ADMIN)))
                .contains("changed since you looked");
        assertThat(door.core.now(edited)).isEqualTo(edited);
        assertThat(door.core.policies.calls()).isEmpty();
    }

    @Test
    void slackT48_theCardSaysHowMuchOfARequestWasApplied() {
        // Given
        ChangeRequest request =
                door.core
                        .open
                        .handle(
                                door.callerOf(SlackDoor.ENGINEER),
                                RequestDraft.of(
                                        "three of them",
                                        added("one"),
                                        added("two"),
                                        added("three")))
                        .request();
        door.deliver();
        SlackView modal = policy.clicked(door.card(), "Approve");
        assertThat(door.twin.draw(modal)).contains("3 changes", "adds policy one");
        // When
        door.core.policies.losesTheAnswer(new Problem.Refused("AWS", "AccessDenied"));
        admin.submit(modal, Map.of());
        door.answerTo(TwinSettings.ADMIN);
        door.deliver();
        // Then
        assertThat(door.core.now(request).state()).isInstanceOf(RequestState.Failed.class);
        assertThat(door.twin.draw(door.card())).contains("2 of 3 changes applied", "AccessDenied");
    }

    private static AskedChange added(String name) {
        return new AskedChange.NewPolicy(READER, Optional.of(name), PolicyDocument.parse(READS));
    }
}
