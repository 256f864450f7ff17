package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a killed server had in its hands is finished by others, and happens once. */
abstract class AfterAKill {
    /** What a node was at is left alone for a minute. */
    private static final Duration AFTER_A_MINUTE = Duration.ofSeconds(90);

    private final RequestSteps steps;
    private final StoredTruth truth;
    private final KilledNode killed;

    AfterAKill(TwoNodes nodes) {
        steps = nodes.steps();
        truth = nodes.truth();
        killed = nodes.killed();
    }

    @Test
    void whatWasApprovedIsAppliedByAnotherNode() {
        steps.awaitState(killed.approved(), "applied", AFTER_A_MINUTE);

        assertThat(truth.audit(killed.approved()))
                .containsExactlyInAnyOrder(
                        "open DONE", "approve DONE", "begin_apply DONE", "apply DONE");
        begunOnce(killed.approved());
    }

    @Test
    void aPolicyThatAwsWasNotToldIsPutOnce() {
        finishedByAnother(killed.marked().request());
        assertThat(truth.puts(killed.marked().policy())).isOne();
    }

    @Test
    void policyB12_aPolicyThatAwsHasAndTheRecordDoesNotIsWrittenDownAndNotPutAgain() {
        finishedByAnother(killed.put().request());
        assertThat(truth.puts(killed.put().policy())).isOne();
    }

    @Test
    void aGrantThatIsStoredDoesNotBeginAgain() {
        finishedByAnother(killed.granted());
        begunOnce(killed.granted());
    }

    @Test
    void ofWhatIsSavedPeopleHear() {
        await().atMost(AFTER_A_MINUTE).until(() -> truth.due(killed.saved()) == 0);

        assertThat(truth.audit(killed.saved()))
                .containsExactlyInAnyOrder(
                        "open DONE", "approve DONE", "begin_apply DONE", "apply DONE");
        begunOnce(killed.saved());
    }

    private void begunOnce(String request) {
        assertThat(truth.grants(request)).hasSize(1);
        assertThat(truth.audit(truth.grants(request).getFirst())).containsExactly("begin DONE");
    }

    private void finishedByAnother(String request) {
        steps.awaitState(request, "applied", AFTER_A_MINUTE);
        assertThat(truth.audit(request))
                .containsExactlyInAnyOrder(
                        "open DONE",
                        "approve DONE",
                        "begin_apply DONE",
                        "begin_apply DONE",
                        "apply DONE");
        await().atMost(TwoNodes.SOON).until(() -> truth.due(request) == 0);
    }
}
