package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.consoleme.requests.Review;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clicks that come twice, too late, or into something that moved. */
class LateAndDoubleClicksTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private CommandDraft click() {
        return asked.approver.composeClick(asked.card, "Approve");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100})
    void slackT45_manySubmissionsOfOneModalAreOneDecision(int times) {
        // Given
        SlackView modal = asked.clicked("Approve");
        CommandDraft draft = asked.approver.composeSubmit(modal, Map.of("reason", "ok"));
        // When
        var answers =
                door.twin.sendAtOnce(
                        IntStream.range(0, times).mapToObj(i -> draft.prepare()).toList());
        // Then
        assertThat(answers).extracting(AppAnswer::status).containsOnly(200);
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> asked.reviews(Review.Verdict.APPROVED) == 1);
        door.deliver();
        assertThat(asked.done("approve")).isEqualTo(1);
        assertThat(door.core.known.of(asked.request.requester())).hasSize(1);
    }

    @Test
    void slackT45_aSecondModalOfTheSamePersonLearnsThatItIsDone() {
        // Given
        SlackView first = asked.clicked("Approve");
        SlackView second = asked.clicked("Approve");
        asked.submitted(first, Map.of());
        // When, Then
        String heard =
                asked.refused(
                        "Conflict",
                        TwinSettings.APPROVER,
                        asked.approver.composeSubmit(second, Map.of()));
        assertThat(heard).contains("approved");
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void slackT47_aLateClickHearsTheCauseAndTheCardIsRepaired(Ending ending) {
        // Given
        ending.happens(asked);
        // When
        String heard = asked.refused(ending.cause, TwinSettings.APPROVER, click());
        // Then
        assertThat(heard).contains(ending.said);
        if (ending.repaired) {
            assertThat(door.twin.draw(door.card())).doesNotContain("[Approve]", "[Deny]");
        } else {
            assertThat(door.twin.draw(door.card())).contains("[Approve]", "[Deny]");
        }
    }

    @Test
    void slackT47_soDoesWhoSendsTheModalTooLate() {
        // Given
        SlackView modal = asked.clicked("Approve");
        Ending.WITHDRAWN.happens(asked);
        // When
        String heard =
                asked.refused(
                        "Conflict",
                        TwinSettings.APPROVER,
                        asked.approver.composeSubmit(modal, Map.of()));
        // Then
        assertThat(heard).contains("withdrew");
        assertThat(door.twin.draw(door.card())).contains("Withdrawn").doesNotContain("[Deny]");
    }

    @Test
    void slackT47_aCardThatCannotBeRepairedKeepsNobodyFromHearingTheCause() {
        // Given
        Ending.WITHDRAWN.happens(asked);
        door.twin.faults().refuse("chat.update", 1, "missing_scope");
        // When, Then
        assertThat(asked.refused("Conflict", TwinSettings.APPROVER, click())).contains("withdrew");
    }

    /** How a request can end behind the card's back: nothing is announced. */
    enum Ending {
        EXPIRED("Expired", "expired", true) {
            @Override
            void happens(AskedDoor asked) {
                asked.door.clock.advance(Duration.ofDays(1).plusSeconds(1));
            }
        },
        WITHDRAWN("Conflict", "withdrew", true) {
            @Override
            void happens(AskedDoor asked) {
                asked.door.core.cancel.handle(
                        asked.door.callerOf(SlackDoor.ENGINEER), asked.request.id());
            }
        },
        APPLIED("Conflict", "approved", true) {
            @Override
            void happens(AskedDoor asked) {
                asked.submitted(asked.clicked("Approve"), Map.of());
                asked.door.core.deliver();
                asked.request = asked.now();
            }
        },
        ROLE_DELETED("UnknownRole", "not known", true) {
            @Override
            void happens(AskedDoor asked) {
                asked.door.clock.advance(Duration.ofSeconds(1));
                asked.door.publishNow("200000000002");
            }
        },
        ACCOUNT_DELETED("UnknownRole", "not known", true) {
            @Override
            void happens(AskedDoor asked) {
                asked.door.clock.advance(Duration.ofSeconds(1));
                asked.door.closeBillingProd();
            }
        },
        /** It may be there all the same: who has not read it since must not take the buttons. */
        ROLE_NOT_READ("UnknownRole", "not known", false) {
            @Override
            void happens(AskedDoor asked) {
                asked.door.publish("200000000002");
            }
        };

        private final String cause;
        private final String said;
        private final boolean repaired;

        Ending(String cause, String said, boolean repaired) {
            this.cause = cause;
            this.said = said;
            this.repaired = repaired;
        }

        abstract void happens(AskedDoor asked);
    }
}
