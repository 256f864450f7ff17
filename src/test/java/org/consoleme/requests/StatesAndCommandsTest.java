package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.E;
import static org.consoleme.requests.RequestSamples.approve;
import static org.consoleme.requests.RequestSamples.reject;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each command on a request in each state, by whoever may: the state after it, or the problem, and
 * then nothing has changed. {@code PARTLY}: of two changes one is applied; {@code HALF_FAILED}: one
 * failed, and the commands are about that one.
 */
class StatesAndCommandsTest {
    private static final Problem AWAY = new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1));
    private static final String[] COMMANDS = {
        "comment", "edit", "cancel_change", "cancel", "approve", "reject", "reopen", "retry"
    };

    @ParameterizedTest
    @CsvSource({
        // state, comment, edit, cancel_change, cancel, approve, reject, reopen, retry
        "PENDING, PENDING, PENDING, CANCELLED, CANCELLED, APPROVED, REJECTED, Forbidden, Conflict",
        "APPROVED, APPROVED, Conflict, Conflict, Conflict, Conflict, Conflict, Forbidden, Conflict",
        "APPLYING, APPLYING, Conflict, Conflict, Conflict, Conflict, Conflict, Forbidden, Conflict",
        "APPLIED, APPLIED, Conflict, Conflict, Conflict, Conflict, Conflict, Forbidden, Conflict",
        "FAILED, FAILED, PENDING, CANCELLED, Conflict, Conflict, Conflict, Forbidden, APPROVED",
        "REJECTED, REJECTED, Conflict, Conflict, Conflict, Conflict, Conflict, PENDING, Conflict",
        "CANCELLED, CANCELLED, Conflict, Conflict, Conflict, Conflict, Conflict, PENDING, Conflict",
        "EXPIRED, EXPIRED, Conflict, Conflict, Conflict, Conflict, Conflict, PENDING, Conflict",
        "PARTLY, PENDING, Conflict, Conflict, Conflict, APPROVED, Conflict, Forbidden, Conflict",
        "HALF_FAILED, PENDING, PENDING, PENDING, Conflict, FAILED, Conflict, Forbidden, PENDING"
    })
    void aCommandIsPossibleOrChangesNothing(
            String state,
            String comment,
            String edit,
            String cancelChange,
            String cancel,
            String approve,
            String reject,
            String reopen,
            String retry) {
        String[] expected = {comment, edit, cancelChange, cancel, approve, reject, reopen, retry};
        for (int i = 0; i < COMMANDS.length; i++) {
            assertThat(outcome(state, COMMANDS[i]))
                    .as("%s of %s", COMMANDS[i], state)
                    .isEqualTo(expected[i]);
        }
    }

    private static String outcome(String state, String command) {
        RequestsFixture node = new RequestsFixture();
        ChangeRequest request = node.now(in(state, node));
        try {
            ChangeRequest after = commanded(node, request, command);
            assertThat(node.now(request)).isEqualTo(after);
            return after.state().name().name();
        } catch (ProblemException e) {
            assertThat(node.now(request)).isEqualTo(request);
            return e.problem().getClass().getSimpleName();
        }
    }

    private static ChangeRequest commanded(
            RequestsFixture node, ChangeRequest request, String command) {
        String change = request.id().value() + 0;
        return switch (command) {
            case "comment" -> node.commenting().handle(BOB, request.id(), "and now?");
            case "edit" ->
                    node.editing().handle(ALICE, request.id(), change, new ChangeEdit.Document(E));
            case "cancel_change" -> node.cancellingChange().handle(ALICE, request.id(), change);
            case "cancel" -> node.cancelling().handle(ALICE, request.id());
            case "approve" -> node.reviewing().handle(CAROL, request.id(), approve(request));
            case "reject" -> node.reviewing().handle(CAROL, request.id(), reject(request));
            case "reopen" -> node.reopening().handle(CAROL, request.id());
            case "retry" -> node.retrying().handle(ALICE, request.id());
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static ChangeRequest in(String state, RequestsFixture node) {
        boolean two = state.equals("PARTLY") || state.equals("HALF_FAILED");
        ChangeRequest request = two ? node.twoAsked() : node.policyAsked();
        switch (state) {
            case "PENDING" -> {}
            case "APPROVED" -> node.approved(CAROL, request);
            case "APPLYING" -> begun(node, request);
            case "APPLIED" -> decided(node, request);
            case "FAILED" -> failed(node, request);
            case "REJECTED" -> node.reviewing().handle(CAROL, request.id(), reject(request));
            case "CANCELLED" -> node.cancelling().handle(ALICE, request.id());
            case "EXPIRED" -> {
                node.clock.advance(Duration.ofDays(7));
                node.expiring().handle(new Origin("s", Door.BATCH, "r", Optional.empty()));
            }
            case "PARTLY" -> decided(node, request);
            case "HALF_FAILED" -> failed(node, request);
            default -> throw new IllegalArgumentException(state);
        }
        return request;
    }

    /** The first change is decided, and delivered. */
    private static void decided(RequestsFixture node, ChangeRequest request) {
        node.reviewing().handle(CAROL, request.id(), approve(request, 0));
        node.deliver();
    }

    private static void failed(RequestsFixture node, ChangeRequest request) {
        node.policies.failsWith(new Problem.Refused("AWS", "LimitExceeded"));
        decided(node, request);
    }

    /** The node dies between the mark and the outcome. */
    private static void begun(RequestsFixture node, ChangeRequest request) {
        node.approved(CAROL, request);
        OutboxEvent event =
                node.outbox.all().stream()
                        .filter(any -> any.kind() == OutboxEvent.Kind.APPLY_REQUEST)
                        .findFirst()
                        .orElseThrow();
        node.requests.failsAfter(1, AWAY);
        problem(Problem.Unavailable.class, () -> node.applying().handle(event));
        node.requests.works();
    }
}
