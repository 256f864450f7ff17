package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.consoleme.access.Grant;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.GrantId;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revoke, on the card of what was granted. */
class RevokeInSlackTest {
    private static final String OTHER = "U0OTHER001";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @BeforeEach
    void grant() {
        asked.submitted(asked.clicked("Approve"), Map.of("reason", "ok"));
        door.deliver();
        asked.request = asked.now();
        asked.card = door.card();
        door.audit.clear();
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private Grant granted() {
        return door.core.grants.find(new GrantId(asked.request.id() + "-0")).orElseThrow();
    }

    private CommandDraft click() {
        return asked.approver.composeClick(asked.card, "Revoke");
    }

    private Actor bystander() {
        door.twin
                .workspace()
                .people()
                .put(SlackUser.person(OTHER, TwinSettings.TEAM, "Otto", "otto@example.com"));
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.joinedBy(OTHER));
        door.link(OTHER, "otto@example.com");
        door.directory.put("otto@example.com", Set.of("developers"));
        return door.twin.actAs(OTHER).in(TwinSettings.APPROVALS);
    }

    private long revoked() {
        return door.audit.events().stream()
                .filter(AuditEvent.GrantChanged.class::isInstance)
                .filter(row -> row.outcome() == Outcome.DONE)
                .filter(row -> "revoke".equals(row.details().get("command")))
                .count();
    }

    @Test
    void aClickAndAReasonTakeTheRoleAway() {
        // Given
        SlackView modal = asked.clicked("Revoke");
        assertThat(door.twin.draw(modal)).contains("hidden in billing-prod", "Why");
        // When
        String heard = asked.submitted(modal, Map.of("reason", "incident 7"));
        // Then
        assertThat(heard).contains("Revoked: hidden", "work until");
        assertThat(granted().closed().orElseThrow().how()).isEqualTo(Grant.How.REVOKED);
        assertThat(door.audit.events())
                .singleElement()
                .satisfies(row -> assertThat(row.details()).containsEntry("because", "incident 7"));
        door.deliver();
        assertThat(door.twin.draw(door.card()))
                .contains("✔ Applied, revoked")
                .doesNotContain("[Revoke]");
        door.twin.awaitMessage(
                m ->
                        door.twin.draw(m).startsWith("Your request")
                                && !door.twin.draw(m).contains("[Return early]"),
                SlackDoor.SOON);
    }

    @Test
    void withoutAReasonNothingHappens() {
        SlackView modal = asked.clicked("Revoke");
        AppAnswer answer = asked.approver.composeSubmit(modal, Map.of()).send();
        assertThat(answer.body()).contains("Say why");
        assertThat(granted().closed()).isEmpty();
    }

    @Test
    void slackT31_aBystanderRevokesNothing() {
        String heard =
                asked.refused("NotFound", OTHER, bystander().composeClick(asked.card, "Revoke"));
        assertThat(heard).contains("not among those who can revoke");
        assertThat(granted().closed()).isEmpty();
    }

    @Test
    void slackT30_aRightThatWasLostWhileTheModalWasOpenIsGone() {
        // Given
        SlackView modal = asked.clicked("Revoke");
        door.directory.put(SlackDoor.APPROVER, Set.of());
        // When, Then
        asked.refused(
                "NotFound",
                TwinSettings.APPROVER,
                asked.approver.composeSubmit(modal, Map.of("reason", "x")));
        assertThat(granted().closed()).isEmpty();
    }

    @Test
    void slackT40_anotherValueIsAnsweredAsIfNothingWereThere() {
        String heard =
                asked.refused(
                        "ForgedButton",
                        TwinSettings.APPROVER,
                        click().bend(
                                        payload ->
                                                ((ObjectNode) payload.path("actions").get(0))
                                                        .put("value", "another")));
        assertThat(heard).startsWith("That is not available here.");
    }

    @Test
    void slackT41_whatTheModalCarriesCountsOnlyIfWeSealedIt() {
        // Given
        SlackView modal = asked.clicked("Revoke");
        // When, Then
        asked.refusedDirectly(
                "ForgedHandle",
                TwinSettings.APPROVER,
                asked.approver
                        .composeSubmit(modal, Map.of("reason", "x"))
                        .bend(p -> ((ObjectNode) p.path("view")).put("private_metadata", "x.y")));
        assertThat(granted().closed()).isEmpty();
    }

    @Test
    void slackT43_aClickOfAnotherBlockChangesNothing() {
        click().bend(
                        payload ->
                                ((ObjectNode) payload.path("actions").get(0))
                                        .put("block_id", "requests.review"))
                .send();
        asked.denied("MalformedClick");
        assertThat(granted().closed()).isEmpty();
    }

    @Test
    void slackT44_aCopyThatSomebodyElsePostedIsNoCard() {
        Message copy = asked.copiedElsewhere();
        asked.refused(
                "UnknownCard",
                TwinSettings.APPROVER,
                asked.approver.in(TwinSettings.GENERAL).composeClick(copy, "Revoke"));
    }

    @Test
    void slackT45_manySubmissionsOfOneModalRevokeOnce() {
        // Given
        CommandDraft draft =
                asked.approver.composeSubmit(asked.clicked("Revoke"), Map.of("reason", "x"));
        // When
        List<AppAnswer> answers =
                door.twin.sendAtOnce(
                        IntStream.range(0, 10).mapToObj(i -> draft.prepare()).toList());
        // Then
        assertThat(answers).extracting(AppAnswer::status).containsOnly(200);
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> granted().closed().isPresent());
        assertThat(revoked()).isEqualTo(1);
    }

    @Test
    void slackT45_aSecondModalLearnsThatItIsDone() {
        // Given
        SlackView first = asked.clicked("Revoke");
        SlackView second = asked.clicked("Revoke");
        asked.submitted(first, Map.of("reason", "x"));
        // When, Then
        String heard =
                asked.refused(
                        "Conflict",
                        TwinSettings.APPROVER,
                        asked.approver.composeSubmit(second, Map.of("reason", "y")));
        assertThat(heard).contains("revoked it already");
    }

    @Test
    void slackT47_afterTheEndTheCauseIsSaidAndTheCardRepaired() {
        // Given
        door.clock.advance(Duration.ofHours(3));
        // When
        String heard = asked.refused("Conflict", TwinSettings.APPROVER, click());
        // Then
        assertThat(heard).contains("It ended at its time.");
        assertThat(door.twin.draw(door.card())).doesNotContain("[Revoke]");
    }

    @Test
    void whatRanOutHasNoButtonsThatDoNothing() {
        // Given
        door.clock.advance(Duration.ofHours(3));
        // When
        door.core.ending.expire.handle();
        door.deliver();
        // Then
        assertThat(door.twin.draw(door.card())).contains("✔ Applied").doesNotContain("[Revoke]");
        door.twin.awaitMessage(
                m ->
                        door.twin.draw(m).startsWith("Your request")
                                && !door.twin.draw(m).contains("[Return early]"),
                SlackDoor.SOON);
    }
}
