package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides what is their own, as the configuration lets them, is seen by all who decide. */
class BypassInSlackTest {
    private static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");
    private static final String OWN = "⚠ Own request  engineer@example.com decided this";

    private static final String NAMED =
            RequestsBehindSlack.RULES.replace("[approvers]", "[approvers, approver@example.com]");

    private final SlackDoor door = new SlackDoor();

    @BeforeEach
    void theEngineerMayDecideTheirOwn() {
        door.engineer();
        door.approver();
        door.directory.put(SlackDoor.ENGINEER, Set.of("developers", "approvers", "break-glass"));
    }

    @AfterEach
    void close() {
        door.twin.faults().clear();
        door.close();
    }

    private ChangeRequest ask(boolean approveAtOnce) {
        return door.core
                .open
                .handle(
                        door.callerOf(SlackDoor.ENGINEER),
                        new RequestDraft(
                                List.of(new AskedChange.Role(HIDDEN, Duration.ofHours(1))),
                                Optional.empty(),
                                "INC-4711",
                                approveAtOnce,
                                Optional.empty(),
                                false))
                .request();
    }

    private void approve(String user, ChangeRequest request) {
        door.core.review.handle(
                door.callerOf(user),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
    }

    private List<String> shownIn(String channel) {
        return door.twin.workspace().messages().in(channel).stream()
                .filter(message -> !message.ephemeral())
                .map(door.twin::draw)
                .toList();
    }

    private List<String> directTo(String slackUser) {
        return shownIn(DirectTalk.channel(door, slackUser));
    }

    @Test
    void aRequestThatItsRequesterApprovedAtOnceIsShownInTheChannelOnce() {
        // Given
        ChangeRequest request = ask(true);
        assertThat(request.state()).isInstanceOf(RequestState.Approved.class);
        // When
        door.deliver();
        door.node.notifier.requestChanged(door.core.now(request));
        // Then
        assertThat(shownIn(TwinSettings.APPROVALS))
                .singleElement()
                .asString()
                .contains("asks for hidden", "Approved by engineer@example.com", OWN, "✔ Applied")
                .doesNotContain("[Approve]");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void whereThereIsNoChannelTheNamedApproversHearOfItDirectly() {
        // Given
        door.core.configure(NAMED);
        door.twin.faults().refuse("conversations.info", 1, "is_archived");
        ask(true);
        // When
        door.core.announceOnly(door.node.notifier);
        // Then
        assertThat(shownIn(TwinSettings.APPROVALS)).isEmpty();
        assertThat(directTo(TwinSettings.APPROVER)).singleElement().asString().contains(OWN);
    }

    @Test
    void whoComesToDecideLaterIsToldNothingOfItAtLaterEvents() {
        // Given
        ask(true);
        door.deliver();
        door.clock.advance(Duration.ofHours(2));
        door.core.configure(NAMED);
        // When
        door.core.ending.expire.handle();
        door.deliver();
        // Then
        assertThat(directTo(TwinSettings.APPROVER)).isEmpty();
        assertThat(shownIn(TwinSettings.APPROVALS)).hasSize(1);
    }

    @Test
    void whatNobodySawForADayIsNoNews() {
        // Given
        ChangeRequest request = ask(true);
        door.twin.faults().refuse("conversations.info", 9, "is_archived");
        door.deliver();
        // When
        door.twin.faults().clear();
        door.clock.advance(Duration.ofDays(1));
        door.node.notifier.requestChanged(door.core.now(request));
        // Then
        assertThat(shownIn(TwinSettings.APPROVALS)).isEmpty();
    }

    @Test
    void whileItIsNotKnownWhoDecidesNobodyHearsAndThenThoseWhoDo() {
        // Given
        door.core.configure(NAMED);
        ask(true);
        IndexedRole hidden = Roles.role(HIDDEN.toString(), Set.of("security"), Set.of());
        door.publish("200000000002");
        // When
        door.core.announceOnly(door.node.notifier);
        // Then
        assertThat(shownIn(TwinSettings.APPROVALS)).isEmpty();
        assertThat(door.core.outbox.all()).isNotEmpty();
        // When
        door.publish("200000000002", hidden);
        door.clock.advance(Duration.ofMinutes(1));
        door.deliver();
        // Then
        assertThat(shownIn(TwinSettings.APPROVALS)).singleElement().asString().contains(OWN);
        assertThat(directTo(TwinSettings.APPROVER)).singleElement().asString().contains(OWN);
    }

    @Test
    void aBypassOfARequestThatWaitedShowsOnItsCard() {
        // Given
        ChangeRequest request = ask(false);
        door.deliver();
        assertThat(shownIn(TwinSettings.APPROVALS)).first().asString().doesNotContain("Own");
        // When
        approve(SlackDoor.ENGINEER, request);
        door.deliver();
        // Then
        assertThat(shownIn(TwinSettings.APPROVALS)).singleElement().asString().contains(OWN);
    }

    @Test
    void whatSomebodyElseApprovedIsNoBypass() {
        // Given
        ChangeRequest request = ask(false);
        door.deliver();
        // When
        approve(SlackDoor.APPROVER, request);
        door.deliver();
        // Then
        assertThat(shownIn(TwinSettings.APPROVALS))
                .singleElement()
                .asString()
                .contains("✔ Applied")
                .doesNotContain("Own request");
    }
}
