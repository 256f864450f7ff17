package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack lets us open a modal for three seconds; whoever has to act once more hears it. */
class TooLateForAModalTest {
    private static final Duration MORE_THAN_SLACK_WAITS = Duration.ofSeconds(4);

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        door.twin.faults().clear();
        asked.close();
    }

    /** All that opens a modal. */
    enum Act {
        APPROVE(TwinSettings.APPROVER) {
            @Override
            CommandDraft draft(AskedDoor asked) {
                return asked.approver.composeClick(asked.card, "Approve");
            }
        },
        DENY(TwinSettings.APPROVER) {
            @Override
            CommandDraft draft(AskedDoor asked) {
                return asked.approver.composeClick(asked.card, "Deny");
            }
        },
        REVOKE(TwinSettings.APPROVER) {
            @Override
            void before(AskedDoor asked) {
                asked.submitted(asked.clicked("Approve"), Map.of());
                asked.door.deliver();
                asked.card = asked.door.card();
            }

            @Override
            CommandDraft draft(AskedDoor asked) {
                return asked.approver.composeClick(asked.card, "Revoke");
            }
        },
        REQUEST(TwinSettings.ENGINEER) {
            @Override
            CommandDraft draft(AskedDoor asked) {
                return asked.engineer.compose("/consoleme request");
            }
        },
        ASK(TwinSettings.ENGINEER) {
            @Override
            CommandDraft draft(AskedDoor asked) {
                asked.engineer.type("/consoleme request nothing-like-that");
                Message answer = asked.door.answer();
                return asked.engineer.composeClick(answer, "Request access");
            }
        },
        EXTEND(TwinSettings.ENGINEER) {
            @Override
            void before(AskedDoor asked) {
                REVOKE.before(asked);
            }

            @Override
            CommandDraft draft(AskedDoor asked) {
                return asked.engineer.compose("/consoleme extend hidden");
            }
        };

        final String who;

        Act(String who) {
            this.who = who;
        }

        void before(AskedDoor asked) {
            // it stands there
        }

        abstract CommandDraft draft(AskedDoor asked);
    }

    private String saidByTheTwin() {
        return door.twin.outbound().to("views.open").getLast().error();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void slackT49_aModalThatCouldNotOpenInTimeIsSaidAndTheNextOneOpens(Act act) {
        // Given
        act.before(asked);
        ChangeRequest before = asked.now();
        List<PostedCard> cards = door.core.cards.of(asked.request.id());
        CommandDraft late = act.draft(asked);
        door.audit.clear();
        // When
        door.clock.advance(MORE_THAN_SLACK_WAITS);
        assertThat(late.send().status()).isEqualTo(200);
        // Then
        assertThat(asked.heard(act.who))
                .isEqualTo(
                        "That took longer than the three seconds Slack gives."
                                + " Click or type again.");
        assertThat(saidByTheTwin()).isEqualTo("expired_trigger_id");
        assertThat(door.twin.actAs(act.who).modal()).isEmpty();
        assertThat(asked.now()).isEqualTo(before);
        assertThat(door.core.cards.of(asked.request.id())).isEqualTo(cards);
        assertThat(door.audit.events()).isEmpty();
        act.draft(asked).send();
        assertThat(asked.modal(act.who)).isNotNull();
    }

    /** It names no channel, and has no address to answer to. */
    @Test
    void slackT49_aShortcutThatTookTooLongIsSaidInADirectMessage() {
        CommandDraft late = asked.engineer.composeShortcut("requests.ask");
        door.clock.advance(MORE_THAN_SLACK_WAITS);
        assertThat(late.send().status()).isEqualTo(200);
        Message said =
                door.twin.awaitMessage(
                        m -> m.text().startsWith("That took longer"), SlackDoor.SOON);
        assertThat(said.channel()).startsWith("D");
        assertThat(saidByTheTwin()).isEqualTo("expired_trigger_id");
        assertThat(door.audit.events()).isEmpty();
        asked.engineer.shortcut("requests.ask");
        assertThat(asked.modal(TwinSettings.ENGINEER)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exchanged_trigger_id",
                "invalid_trigger_id",
                "trigger_expired",
                "trigger_exchanged"
            })
    void slackT49_soIsOneWhoseTriggerSlackDoesNotTakeForAnotherReason(String error) {
        door.twin.faults().refuse("views.open", 1, error);
        Act.APPROVE.draft(asked).send();
        assertThat(asked.heard(TwinSettings.APPROVER)).contains("Click or type again");
        assertThat(door.twin.outbound().to("views.open"))
                .extracting(OutboundCall::error)
                .containsExactly(error);
        assertThat(door.audit.events()).isEmpty();
        assertThat(asked.clicked("Approve")).isNotNull();
    }
}
