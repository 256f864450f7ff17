package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T-67: the approvals channel is shared with another organization after cards were posted. */
class SharedChannelTest {
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
        return in(
                door.twin
                        .workspace()
                        .channels()
                        .openDirect(List.of(TwinSettings.BOT, TwinSettings.ADMIN))
                        .id());
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
