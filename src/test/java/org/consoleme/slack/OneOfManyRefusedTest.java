package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.DoorWithOtto.OTHER;
import static org.consoleme.slack.DoorWithOtto.OTTO;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.fault.Fault;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slack refuses in one place keeps nobody elsewhere from hearing. */
class OneOfManyRefusedTest {
    private final DoorWithOtto otto = new DoorWithOtto();
    private final SlackDoor door = otto.door;

    @BeforeEach
    void approversAreNamed() {
        door.core.configure(
                RequestsBehindSlack.RULES.replace(
                        "[approvers]", "[approver@example.com, " + OTTO + "]"));
    }

    @AfterEach
    void close() {
        otto.close();
    }

    private void ask() {
        door.engineer().type(AskedDoor.LINE);
        door.answer();
    }

    private List<String> directTo(String slackUser) {
        return shownIn(DirectTalk.channel(door, slackUser));
    }

    private List<String> shownIn(String channel) {
        return door.twin.workspace().messages().in(channel).stream()
                .filter(message -> !message.ephemeral())
                .filter(message -> message.threadTs().isEmpty())
                .map(this::draw)
                .toList();
    }

    private String draw(Message message) {
        return door.twin.draw(message);
    }

    private void aMinuteLater() {
        door.twin.faults().clear();
        door.clock.advance(Duration.ofMinutes(1));
        door.deliver();
    }

    @Test
    void
            slackT83_aChannelThatWeMayNotLookAtKeepsNoCopyFromShowingTheDecisionAndNobodyFromHearing() {
        // Given
        ask();
        door.deliver();
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                door.core.latest().id(),
                new ReviewCommand.Approve(door.core.latest().hash(), Set.of(), Optional.empty()));
        door.twin.faults().always("conversations.info", new Fault.Refusing("missing_scope"));
        // When
        door.deliver();
        // Then
        assertThat(shownIn(TwinSettings.APPROVALS)).first().asString().contains("● Waiting");
        assertThat(directTo(TwinSettings.APPROVER)).first().asString().contains("✔ Applied");
        assertThat(directTo(OTHER)).first().asString().contains("✔ Applied");
        assertThat(directTo(TwinSettings.ENGINEER))
                .singleElement()
                .asString()
                .contains("✔ Applied", "weep file");
        aMinuteLater();
        assertThat(shownIn(TwinSettings.APPROVALS)).first().asString().contains("✔ Applied");
        assertThat(directTo(TwinSettings.ENGINEER)).hasSize(1);
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void slackT83_aChannelThatWeMayNotLookAtKeepsNoApproverFromBeingAsked() {
        // Given
        door.twin.faults().always("conversations.info", new Fault.Refusing("missing_scope"));
        ask();
        // When
        door.deliver();
        // Then
        assertThat(directTo(TwinSettings.APPROVER))
                .singleElement()
                .asString()
                .contains("[Approve]");
        assertThat(shownIn(TwinSettings.APPROVALS)).isEmpty();
        aMinuteLater();
        assertThat(shownIn(TwinSettings.APPROVALS)).hasSize(1);
        assertThat(directTo(TwinSettings.APPROVER)).hasSize(1);
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void slackT83_anApproverWhomSlackRefusesKeepsNoOtherFromBeingAsked() {
        // Given
        door.twin.faults().refuse("conversations.open", 1, "enterprise_is_restricted");
        ask();
        // When
        door.deliver();
        // Then
        assertThat(directTo(TwinSettings.APPROVER)).isEmpty();
        assertThat(directTo(OTHER)).singleElement().asString().contains("[Approve]");
        aMinuteLater();
        assertThat(directTo(TwinSettings.APPROVER)).hasSize(1);
        assertThat(directTo(OTHER)).hasSize(1);
    }
}
