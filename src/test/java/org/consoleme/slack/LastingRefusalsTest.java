package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.slacktwin.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Slack refuses one conversation for good is given up; what it refuses all of us is repaired
 * by somebody, and then told.
 */
class LastingRefusalsTest {
    private static final String POST = "chat.postMessage";
    private static final String UPDATE = "chat.update";
    private static final String OPEN = "conversations.open";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        door.twin.faults().clear();
        asked.close();
    }

    private void approve() {
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                asked.request.id(),
                new ReviewCommand.Approve(asked.now().hash(), Set.of(), Optional.empty()));
    }

    private int calls(String method) {
        return door.twin.outbound().to(method).size();
    }

    /** Told to the one who asked. */
    private List<String> told() {
        return door.twin.workspace().messages().all().stream()
                .filter(message -> message.channel().startsWith("D") && !message.ephemeral())
                .map(door.twin::draw)
                .filter(said -> said.startsWith("Your request"))
                .toList();
    }

    /** A day later nothing of it is left to do, and nobody tried again. */
    private void isGivenUp(String method) {
        int tried = calls(method);
        door.clock.advance(Duration.ofHours(23));
        door.deliver();
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(calls(method)).isEqualTo(tried);
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_not_found",
                "is_archived",
                "is_inactive",
                "not_in_channel",
                "restricted_action",
                "restricted_action_read_only_channel",
                "restricted_action_thread_only_channel",
                "user_disabled",
                "cannot_dm_bot"
            })
    void slackT83_aMessageThatItsConversationNeverTakesIsGivenUpWithALine(String error) {
        try (LogLines log = new LogLines()) {
            // Given
            door.twin.faults().always(POST, new Fault.Refusing(error));
            // When
            approve();
            door.deliver();
            // Then
            assertThat(log.all())
                    .anyMatch(line -> line.contains("cannot be") && line.contains(error));
        }
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
        isGivenUp(POST);
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_not_found",
                "user_not_visible",
                "user_disabled",
                "cannot_dm_bot",
                "channel_not_found"
            })
    void slackT83_soIsSomebodyWhomSlackLetsNobodyWriteTo(String error) {
        door.twin.faults().always(OPEN, new Fault.Refusing(error));
        approve();
        door.deliver();
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
        isGivenUp(OPEN);
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_not_found",
                "channel_not_found",
                "cant_update_message",
                "edit_window_closed",
                "is_inactive",
                "is_archived",
                "not_in_channel"
            })
    void slackT83_aCardThatCannotBeDrawnAnymoreIsForgottenAndTheRestHears(String error) {
        door.twin.faults().always(UPDATE, new Fault.Refusing(error));
        approve();
        door.deliver();
        assertThat(told()).singleElement().asString().contains("✔ Applied");
        assertThat(door.core.cards.of(asked.request.id()))
                .noneMatch(card -> card.place().endsWith(asked.card.ts()));
        isGivenUp(UPDATE);
        assertThat(told()).hasSize(1);
    }

    /** It is said of our own app: whoever sets it right has it all told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "account_inactive",
                "token_revoked",
                "invalid_auth",
                "missing_scope",
                "messages_tab_disabled"
            })
    void slackT83_whatSlackRefusesAllOfUsWaitsAndIsToldOnce(String error) {
        door.twin.faults().always("*", new Fault.Refusing(error));
        approve();
        door.deliver();
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        assertThat(door.core.outbox.all()).isNotEmpty();
        door.twin.faults().clear();
        door.clock.advance(Duration.ofMinutes(16));
        door.deliver();
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(told()).hasSize(1);
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
    }

    /** Slack says so of our direct messages alone; the cards are drawn all the while. */
    @Test
    void slackT83_whatTheSwitchedOffMessagesTabKeepsBackIsToldOnceItIsSwitchedOn() {
        // Given
        door.twin.faults().always(POST, new Fault.Refusing("messages_tab_disabled"));
        // When
        approve();
        door.deliver();
        // Then
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
        assertThat(told()).isEmpty();
        // When
        door.twin.faults().clear();
        door.clock.advance(Duration.ofMinutes(16));
        door.deliver();
        // Then
        assertThat(told()).hasSize(1);
        assertThat(door.core.outbox.all()).isEmpty();
    }
}
