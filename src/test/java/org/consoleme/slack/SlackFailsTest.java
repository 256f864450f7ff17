package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.operations.Check;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.RequestState;
import org.consoleme.slack.requests.ApprovalsChannel;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions stand whatever Slack does; the cards catch up. */
class SlackFailsTest {
    private static final String UPDATE = "chat.update";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private void approve() {
        asked.submitted(asked.clicked("Approve"), Map.of("reason", "ok"));
    }

    private String drawn() {
        return door.twin.draw(door.card());
    }

    private List<Message> live(String channel) {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> m.channel().equals(channel))
                .filter(m -> m.ephemeralTo().isEmpty() && m.threadTs().isEmpty())
                .toList();
    }

    @Test
    void slackT80_aThrottledCardFollowsAfterTheTimeThatSlackNames() {
        // Given
        door.twin.faults().throttle(UPDATE, 1, Duration.ofSeconds(30));
        // When
        approve();
        door.deliver();
        // Then
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        door.clock.advance(Duration.ofSeconds(31));
        door.deliver();
        assertThat(drawn()).contains("✔ Applied");
    }

    @Test
    void slackT80_onlyTheLatestStateIsDrawn() {
        // Given
        door.twin.faults().throttle(UPDATE, 1, Duration.ofSeconds(30));
        approve();
        door.deliver();
        int before = door.twin.outbound().to(UPDATE).size();
        // When
        door.clock.advance(Duration.ofMinutes(2));
        door.deliver();
        // Then
        assertThat(drawn()).contains("✔ Applied");
        assertThat(door.twin.outbound().to(UPDATE).stream().skip(before).map(OutboundCall::sent))
                .noneMatch(sent -> sent.contains("applying"));
    }

    @Test
    void slackT81_whileSlackIsDownTheDecisionStandsAndTheCardFollowsOnce() {
        // Given
        door.twin.faults().fail(UPDATE, 3, 503);
        // When
        approve();
        for (int i = 0; i < 10; i++) {
            door.deliver();
            door.clock.advance(Duration.ofMinutes(1));
        }
        // Then
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        assertThat(drawn()).contains("✔ Applied");
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(live(TwinSettings.APPROVALS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_not_found", "cant_update_message", "is_archived"})
    void slackT83_aCardThatIsLostIsForgottenAndAnotherOnePosted(String error) {
        // Given
        door.twin.faults().refuse(UPDATE, 1, error);
        door.core.edit.handle(
                door.callerOf(SlackDoor.ENGINEER),
                asked.request.id(),
                asked.request.changes().getFirst().id(),
                new ChangeEdit.Length(Duration.ofHours(1)));
        // When
        door.deliver();
        // Then
        assertThat(live(TwinSettings.APPROVALS)).hasSize(2);
        assertThat(door.core.cards.of(asked.request.id()))
                .singleElement()
                .satisfies(
                        card ->
                                assertThat(card.place())
                                        .endsWith(
                                                "#" + live(TwinSettings.APPROVALS).getLast().ts()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "is_archived", "not_in_channel"})
    void slackT83_withoutTheChannelTheNamedApproversHearOfItDirectly(String error) {
        // Given
        door.core.configure(
                RequestsBehindSlack.RULES.replace("[approvers]", "[approver@example.com]"));
        door.twin.faults().refuse("conversations.info", 1, error);
        asked.engineer.type("/consoleme request billing-reader in billing-test for 1h because x");
        door.answer();
        // When
        door.deliver();
        // Then
        String direct = DirectTalk.channel(door, TwinSettings.APPROVER);
        assertThat(live(direct))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("[Approve]"));
        assertThat(live(TwinSettings.APPROVALS)).hasSize(1);
    }

    @Test
    void slackT83_theSelfCheckNamesAChannelThatIsNotThere() {
        // Given
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        // When
        door.twin.workspace().channels().put(channel.leftBy(TwinSettings.BOT));
        // Then
        ApprovalsChannel check = door.node.requests.channel;
        assertThat(check.look().state()).isEqualTo(Check.State.DEGRADED);
        assertThat(check.look().todo().orElseThrow()).contains("invite");
    }

    @Test
    void slackT67_aChannelThatWasSharedLaterIsToldNothingMore() {
        // Given
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.with(Channel.Flag.EXT_SHARED));
        asked.engineer.type("/consoleme request billing-reader in billing-test for 1h because x");
        door.answer();
        door.core.comment(asked.request.id(), "one more thing");
        // When
        door.deliver();
        // Then
        assertThat(live(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(
                        m ->
                                assertThat(door.twin.draw(m))
                                        .contains("shared with another organization")
                                        .doesNotContain("hidden", "INC-4711"));
        assertThat(door.node.requests.channel.look().detail()).contains("another organization");
    }
}
