package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consoleme.audit.Outcome;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T-42 and T-48: what moved under the card, and what was carried out by half. */
class ChangedSinceShownTest {
    private static final RoleArn READER = RoleArn.parse(SlackDoor.READER);
    private static final String READS =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                    + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::acme-logs/*\"}]}";
    private static final Problem AWAY = new Problem.Unavailable("AWS", Duration.ofSeconds(5));

    private final SlackDoor door = new SlackDoor();
    private final Actor admin = admin();

    @AfterEach
    void close() {
        door.close();
    }

    private Actor admin() {
        door.engineer();
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        return door.twin.actAs(TwinSettings.ADMIN).in(TwinSettings.APPROVALS);
    }

    private static AskedChange added(String name) {
        return new AskedChange.NewPolicy(READER, Optional.of(name), PolicyDocument.parse(READS));
    }

    private ChangeRequest asked(AskedChange... changes) {
        ChangeRequest request =
                door.core
                        .open
                        .handle(
                                door.callerOf(SlackDoor.ENGINEER),
                                RequestDraft.of("INC-5", changes))
                        .request();
        door.deliver();
        return request;
    }

    private ChangeRequest edited(ChangeRequest request) {
        return door.core.edit.handle(
                door.callerOf(SlackDoor.ENGINEER),
                request.id(),
                request.changes().getFirst().id(),
                new ChangeEdit.Document(
                        PolicyDocument.parse(READS.replace("GetObject", "PutObject"))));
    }

    private SlackView clicked(Message card) {
        assertThat(admin.click(card, "Approve").status()).isEqualTo(200);
        SlackView modal = door.twin.awaitModal(TwinSettings.ADMIN, SlackDoor.SOON);
        await().atMost(SlackDoor.SOON)
                .until(() -> !door.twin.outbound().to("views.open").isEmpty());
        return modal;
    }

    private String heard() {
        return door.twin.draw(door.answerTo(TwinSettings.ADMIN));
    }

    /** Where no memory but the stored request is left. */
    private void refusedWithTheDifference(ChangeRequest edited, CommandDraft act) {
        // When
        door.audit.clear();
        door.store.goAway();
        int modals = door.twin.outbound().to("views.open").size();
        assertThat(act.send().status()).isEqualTo(200);
        // Then
        assertThat(heard())
                .contains("changed since you looked at it")
                .containsPattern("Adds .*PutObject")
                .containsPattern("Removes .*GetObject");
        assertThat(door.core.now(edited)).isEqualTo(edited);
        assertThat(door.core.policies.calls()).isEmpty();
        assertThat(door.auditOf(1))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(row.reason()).contains("Conflict");
                            assertThat(row.origin().actor()).isEqualTo(SlackDoor.ADMIN);
                        });
        assertThat(door.twin.outbound().to("views.open")).hasSize(modals);
        assertThat(door.twin.draw(door.card()))
                .contains("PutObject", edited.hash().substring(0, 12));
    }

    @Test
    void slackT42_aClickOnAnOlderCardHearsTheDifferenceAndSeesTheCardDrawnAnew() {
        ChangeRequest request = asked(added("logs"));
        Message card = door.card();
        refusedWithTheDifference(edited(request), admin.composeClick(card, "Approve"));
    }

    @Test
    void slackT42_soDoesAModalThatShowedTheOlderText() {
        ChangeRequest request = asked(added("logs"));
        SlackView modal = clicked(door.card());
        refusedWithTheDifference(edited(request), admin.composeSubmit(modal, Map.of()));
    }

    @Test
    void aClickWritesNothingToTheSharedMemory() {
        // Given
        ChangeRequest request = asked(added("logs"));
        int puts = door.store.puts();
        door.store.goAway();
        // When
        admin.submit(clicked(door.card()), Map.of());
        // Then
        assertThat(heard()).startsWith("You approved it.");
        assertThat(door.core.now(request).state()).isInstanceOf(RequestState.Approved.class);
        assertThat(door.store.puts()).isEqualTo(puts);
    }

    @Test
    void slackT42_whoLooksAgainDecidesOnWhatItIsNow() {
        // Given
        ChangeRequest request = asked(added("logs"));
        Message older = door.card();
        edited(request);
        admin.click(older, "Approve");
        heard();
        // When
        admin.submit(clicked(door.card()), Map.of());
        heard();
        door.deliver();
        // Then
        assertThat(door.core.policies.live(READER, "logs").orElseThrow().text())
                .contains("PutObject");
        assertThat(door.core.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void slackT48_ofThreeChangesTheSecondFailsAndARetryCarriesOutThatOneAlone() {
        // Given
        ChangeRequest request = asked(added("one"), added("two"), added("three"));
        SlackView modal = clicked(door.card());
        door.core.policies.has(READER, "two", PolicyDocument.parse(READS.replace("Get", "Put")));
        admin.submit(modal, Map.of());
        heard();
        // When
        door.deliver();
        // Then
        assertThat(door.core.now(request).state()).isInstanceOf(RequestState.Failed.class);
        assertThat(door.twin.draw(door.card()))
                .contains("⚠ Failed", "2 of 3 changes applied")
                .doesNotContain("[Approve]");
        assertThat(door.core.policies.calls()).hasSize(2);
        // When: somebody removes what stood in the way, and it is tried again
        door.core.policies.delete(READER, "two", request.requester());
        door.core.retry.handle(door.callerOf(SlackDoor.ADMIN), request.id());
        door.deliver();
        // Then
        assertThat(door.core.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(door.core.policies.calls().stream().filter(call -> call.startsWith("put")))
                .containsExactlyInAnyOrder(
                        "put billing-reader one for engineer@example.com",
                        "put billing-reader two for engineer@example.com",
                        "put billing-reader three for engineer@example.com");
        assertThat(door.twin.draw(door.card())).contains("✔ Applied").doesNotContain("Failed");
    }

    @Test
    void slackT48_anAnswerOfAwsThatGetsLostAppliesNothingTwice() {
        // Given
        ChangeRequest request = asked(added("one"), added("two"), added("three"));
        SlackView modal = clicked(door.card());
        door.core.policies.losesTheAnswer(AWAY);
        door.audit.clear();
        admin.submit(modal, Map.of());
        heard();
        // When
        for (int i = 0; i < 3; i++) {
            door.deliver();
            door.clock.advance(Duration.ofSeconds(70));
        }
        door.deliver();
        // Then
        assertThat(door.core.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(door.core.policies.calls()).hasSize(3);
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
        assertThat(door.audit.events())
                .filteredOn(row -> "approve".equals(row.details().get("command")))
                .hasSize(1);
    }
}
