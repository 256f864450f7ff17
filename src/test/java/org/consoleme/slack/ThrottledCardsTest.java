package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.fault.Fault;
import org.consoleme.slacktwin.http.OutboundCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T-80: Slack throttles while two hundred requests are decided. */
class ThrottledCardsTest {
    private static final String UPDATE = "chat.update";
    private static final int MANY = 200;
    private static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private List<ChangeRequest> others() {
        List<ChangeRequest> others = new ArrayList<>();
        for (int i = 1; i < MANY; i++) {
            door.clock.advance(Duration.ofMillis(10));
            others.add(
                    door.core
                            .open
                            .handle(
                                    door.callerOf(SlackDoor.ENGINEER),
                                    RequestDraft.of(
                                            "INC-" + i,
                                            new AskedChange.Role(HIDDEN, Duration.ofHours(1))))
                            .request());
        }
        door.deliver();
        door.audit.clear();
        return others;
    }

    private void approve(ChangeRequest request) {
        door.clock.advance(Duration.ofMillis(10));
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
    }

    private List<String> drawn() {
        return door.twin.workspace().messages().in(TwinSettings.APPROVALS).stream()
                .filter(message -> !message.ephemeral())
                .map(door.twin::draw)
                .toList();
    }

    private List<OutboundCall> updates() {
        return door.twin.outbound().to(UPDATE);
    }

    @Test
    void slackT80_twoHundredDecisionsStandAndTheirCardsFollowInOrderInTheLatestState() {
        // Given
        List<ChangeRequest> others = others();
        List<String> waiting = drawn();
        assertThat(waiting)
                .hasSize(MANY)
                .allSatisfy(card -> assertThat(card).contains("● Waiting"));
        var modal = asked.clicked("Approve");
        int before = updates().size();
        door.twin.faults().always(UPDATE, new Fault.Throttled(Duration.ofSeconds(30)));
        // When
        String heard = asked.submitted(modal, Map.of());
        others.forEach(this::approve);
        door.deliver();
        // Then: decided, applied and in the audit trail, whatever Slack says
        assertThat(heard).startsWith("You approved it.");
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        assertThat(others)
                .allSatisfy(
                        request ->
                                assertThat(door.core.now(request).state())
                                        .isInstanceOf(RequestState.Applied.class));
        assertThat(door.core.known.of(asked.request.requester())).hasSize(MANY);
        assertThat(asked.done("approve")).isEqualTo(MANY);
        assertThat(drawn()).isEqualTo(waiting);
        assertThat(updates().size() - before)
                .as("Slack is left alone for the time it named")
                .isEqualTo(1);
        // When
        door.twin.faults().clear();
        door.clock.advance(Duration.ofSeconds(31));
        int then = updates().size();
        door.deliver();
        // Then
        assertThat(drawn())
                .hasSize(MANY)
                .allSatisfy(
                        card -> assertThat(card).contains("✔ Applied").doesNotContain("● Waiting"));
        List<OutboundCall> after =
                updates().stream()
                        .skip(then)
                        .filter(call -> call.channel().equals(TwinSettings.APPROVALS))
                        .toList();
        assertThat(after).noneMatch(call -> call.sent().contains("applying"));
        assertThat(after.stream().map(ThrottledCardsTest::ts).distinct().toList())
                .isEqualTo(inOrder(asked.request, others));
        assertThat(door.core.outbox.all()).isEmpty();
    }

    private static String ts(OutboundCall call) {
        return call.sent().replaceAll("(?s).*(?:^|[&\\n])ts=([0-9.]+).*", "$1");
    }

    private List<String> inOrder(ChangeRequest first, List<ChangeRequest> others) {
        List<ChangeRequest> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all.stream()
                .flatMap(request -> door.core.cards.of(request.id()).stream())
                .filter(card -> card.kind() == PostedCard.Kind.CARD)
                .map(card -> SlackPlace.read(card.place()).orElseThrow().ts())
                .toList();
    }
}
