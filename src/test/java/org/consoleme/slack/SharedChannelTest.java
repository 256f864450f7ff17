package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.consoleme.operations.Check;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T-67: the approvals channel is shared with another organization after cards were posted. */
class SharedChannelTest {
    private final DoorToShared shared = new DoorToShared();
    private final AskedDoor asked = shared.asked;
    private final SlackDoor door = shared.door;

    @AfterEach
    void close() {
        shared.close();
    }

    @Test
    void slackT67_pendingCardsBecomeALinkAtOnce() {
        // When
        shared.share();
        // Then
        assertThat(shared.in(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(
                        card ->
                                assertThat(card)
                                        .contains(
                                                "shared with another organization", "[Look closer]")
                                        .doesNotContain(
                                                "hidden", "INC-4711", "[Approve]", "[Deny]"));
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void slackT67_theAdministratorsHearOfItOnceAndTheSelfCheckIsRed() {
        // When
        shared.share();
        shared.share();
        // Then
        assertThat(shared.toTheAdministrator())
                .singleElement()
                .satisfies(
                        told ->
                                assertThat(told)
                                        .contains(
                                                TwinSettings.APPROVALS,
                                                "is shared with another organization",
                                                "1 card there was replaced")
                                        .doesNotContain("INC-4711"));
        assertThat(door.node.requests.channel.look().state()).isEqualTo(Check.State.DOWN);
    }

    @Test
    void slackT67_postingStopsAndTheDecisionIsStillTaken() {
        // Given
        shared.share();
        int posts = shared.in(TwinSettings.APPROVALS).size();
        // When
        asked.engineer.type("/consoleme request billing-reader in billing-test for 1h because x");
        door.answer();
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                asked.request.id(),
                new ReviewCommand.Approve(asked.request.hash(), Set.of(), Optional.empty()));
        door.deliver();
        // Then
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        assertThat(shared.in(TwinSettings.APPROVALS))
                .hasSize(posts)
                .allSatisfy(card -> assertThat(card).doesNotContain("hidden", "billing-reader"));
    }

    @Test
    void slackT67_withoutTheEventItIsFoundOutBeforeTheNextPost() {
        // Given
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.with(Channel.Flag.PENDING_EXT_SHARED));
        // When
        asked.engineer.type("/consoleme request billing-reader in billing-test for 1h because x");
        door.answer();
        door.deliver();
        // Then
        assertThat(shared.in(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(card -> assertThat(card).doesNotContain("INC-4711"));
        assertThat(shared.toTheAdministrator()).hasSize(1);
    }

    @Test
    void slackT67_soDoTheCardsOfRolesThatSomebodyHas() {
        // Given
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                asked.request.id(),
                new ReviewCommand.Approve(asked.request.hash(), Set.of(), Optional.empty()));
        door.deliver();
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        // When
        shared.share();
        // Then
        assertThat(shared.in(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(card -> assertThat(card).doesNotContain("INC-4711", "[Revoke]"));
    }

    @Test
    void slackT67_anotherChannelIsNoneOfOurBusiness() {
        door.twin.happens().shared(TwinSettings.GENERAL);
        door.node.threads.await();
        assertThat(shared.in(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(card -> assertThat(card).contains("INC-4711", "[Approve]"));
        assertThat(shared.toTheAdministrator()).isEmpty();
    }

    @Test
    void slackT67_aForgedEventChangesNothing() {
        CommandDraft forged =
                door.twin.event(
                        Json.object()
                                .put("type", "channel_shared")
                                .put("channel", TwinSettings.APPROVALS));
        assertThat(forged.signedWith("x".repeat(32)).send().status()).isEqualTo(401);
        asked.denied("Unsigned");
        Message card = door.card();
        assertThat(door.twin.draw(card)).contains("[Approve]");
    }
}
