package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.operations.Check;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T-67: the approvals channel is shared with another organization after cards were posted. */
class SharedChannelTest {
    private static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @BeforeEach
    void linkTheAdministrator() {
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private void shared() {
        door.twin.happens().shared(TwinSettings.APPROVALS);
        door.node.threads.await();
    }

    private List<String> in(String channel) {
        return door.twin.workspace().messages().all().stream()
                .filter(message -> message.channel().equals(channel))
                .map(door.twin::draw)
                .toList();
    }

    private List<String> toTheAdministrator() {
        return in(DirectTalk.channel(door, TwinSettings.ADMIN));
    }

    @Test
    void slackT67_pendingCardsBecomeALinkAtOnce() {
        // When
        shared();
        // Then
        assertThat(in(TwinSettings.APPROVALS))
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
        shared();
        shared();
        // Then
        assertThat(toTheAdministrator())
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
        shared();
        int posts = in(TwinSettings.APPROVALS).size();
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
        assertThat(in(TwinSettings.APPROVALS))
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
        assertThat(in(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(card -> assertThat(card).doesNotContain("INC-4711"));
        assertThat(toTheAdministrator()).hasSize(1);
    }

    private void more(int requests) {
        for (int i = 0; i < requests; i++) {
            door.clock.advance(Duration.ofSeconds(1));
            door.core.open.handle(
                    door.callerOf(SlackDoor.ENGINEER),
                    RequestDraft.of("INC-4711", new AskedChange.Role(HIDDEN, Duration.ofHours(1))));
        }
        door.deliver();
    }

    private void isWithheld(int cards) {
        assertThat(in(TwinSettings.APPROVALS))
                .hasSize(cards)
                .allSatisfy(
                        card ->
                                assertThat(card)
                                        .contains("shared with another organization")
                                        .doesNotContain("INC-4711", "[Approve]"));
    }

    @Test
    void slackT67_whatSlackDoesNotTakeNowFollowsAndTheAlertSaysSo() {
        // Given
        more(3);
        door.twin.faults().throttle("chat.update", 1, Duration.ofSeconds(30));
        // When
        shared();
        // Then
        assertThat(toTheAdministrator())
                .singleElement()
                .satisfies(
                        told ->
                                assertThat(told)
                                        .contains("4 cards there will be replaced by a link"));
        // When
        door.deliver();
        door.clock.advance(Duration.ofSeconds(31));
        door.deliver();
        // Then
        isWithheld(4);
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void slackT67_whatCannotBeFoundNowIsWithdrawnLater() {
        // Given
        more(120);
        door.core.requests.listsFailAfter(
                100, new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)));
        // When
        shared();
        // Then
        assertThat(toTheAdministrator())
                .singleElement()
                .satisfies(
                        told ->
                                assertThat(told)
                                        .contains(
                                                "100 cards there were replaced",
                                                "Not all could be looked for yet"));
        // When
        door.core.requests.works();
        door.node.requests.unfinished.turn();
        // Then
        isWithheld(121);
        assertThat(toTheAdministrator()).hasSize(1);
    }

    @Test
    void slackT67_soItIsWithoutTheEvent() {
        // Given
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.with(Channel.Flag.EXT_SHARED));
        door.core.requests.listsFailAfter(
                0, new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)));
        assertThat(door.node.requests.channel.look().state()).isEqualTo(Check.State.DOWN);
        door.node.threads.await();
        // When
        door.core.requests.works();
        door.clock.advance(Duration.ofMinutes(3));
        door.node.requests.unfinished.turn();
        // Then
        isWithheld(1);
        int updates = door.twin.outbound().to("chat.update").size();
        door.node.requests.channel.look();
        door.node.threads.await();
        assertThat(door.twin.outbound().to("chat.update")).as("once an hour").hasSize(updates);
    }

    @Test
    void slackT67_anAdministratorWhomSlackDoesNotLetUsTellIsToldLater() {
        // Given
        door.twin.faults().throttle("chat.postMessage", 1, Duration.ofSeconds(30));
        shared();
        assertThat(toTheAdministrator()).isEmpty();
        // When
        door.clock.advance(Duration.ofSeconds(31));
        door.node.requests.unfinished.turn();
        door.node.requests.unfinished.turn();
        // Then
        assertThat(toTheAdministrator())
                .singleElement()
                .satisfies(told -> assertThat(told).contains("1 card there was replaced"));
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
        shared();
        // Then
        assertThat(in(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(card -> assertThat(card).doesNotContain("INC-4711", "[Revoke]"));
    }

    @Test
    void slackT67_anotherChannelIsNoneOfOurBusiness() {
        door.twin.happens().shared(TwinSettings.GENERAL);
        door.node.threads.await();
        assertThat(in(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(card -> assertThat(card).contains("INC-4711", "[Approve]"));
        assertThat(toTheAdministrator()).isEmpty();
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
