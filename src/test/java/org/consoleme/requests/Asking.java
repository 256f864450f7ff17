package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;

import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;

/** Asks at one node for changes, the usual way. */
final class Asking {
    private final RequestsFixture node;

    Asking(RequestsFixture node) {
        this.node = node;
    }

    OpenedRequest open(Caller caller, AskedChange... changes) {
        return node.opening().handle(caller, RequestDraft.of("for ticket 17", changes));
    }

    /** Alice is told that this field is wrong, and nothing comes of it. */
    void invalid(String field, AskedChange... changes) {
        node.trail.clear();
        Problem.Invalid problem =
                (Problem.Invalid) problem(Problem.Invalid.class, () -> open(ALICE, changes));
        assertThat(problem.field()).isEqualTo(field);
        assertThat(node.outbox.all()).isEmpty();
    }
}
