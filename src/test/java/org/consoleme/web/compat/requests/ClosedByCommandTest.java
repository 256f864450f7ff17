package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.OneNode.ALICE;
import static org.consoleme.requests.OneNode.CAROL;
import static org.consoleme.web.compat.requests.Client.id;
import static org.consoleme.web.compat.requests.Client.messages;
import static org.consoleme.web.compat.requests.Client.status;

import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.OneNode;
import org.consoleme.requests.RequestState;
import org.junit.jupiter.api.Test;

/** What is cancelled, rejected and opened again when ConsoleMe's clients ask for it. */
class ClosedByCommandTest {
    private final OneNode node = new OneNode();
    private final Client client = new Client(node);

    @Test
    void policyL04_anAppliedRequestIsNotClosedAndNotReopened() {
        ChangeRequest request = node.onePolicy();
        client.apply(CAROL, request, 0);

        assertThat(status(() -> client.send(ALICE, request, "cancel_request"))).isEqualTo(400);
        assertThat(status(() -> client.send(CAROL, request, "reject_request"))).isEqualTo(400);
        assertThat(status(() -> client.send(CAROL, request, "move_back_to_pending")))
                .isEqualTo(403);
    }

    @Test
    void policyL09_whatIsAppliedInPartIsNotClosed() {
        ChangeRequest request = node.twoPolicies();
        client.apply(CAROL, request, 0);

        ActionResultsJson results = client.send(ALICE, request, "cancel_request");

        assertThat(results.errors()).isOne();
        assertThat(node.now(request).state()).isInstanceOf(RequestState.Pending.class);
        assertThat(node.now(request).changes().getFirst().state())
                .isInstanceOf(ChangeState.Applied.class);
    }

    @Test
    void policyL10_whoCancelsTheRestIsNoReviewer_b08() {
        ChangeRequest request = node.twoPolicies();
        client.apply(CAROL, request, 0);

        client.send(ALICE, request, "cancel_change", id(request, 1));

        assertThat(ExtendedRequestJson.of(node.now(request)))
                .extracting(ExtendedRequestJson::status, ExtendedRequestJson::reviewer)
                .containsExactly("approved", Optional.of("carol@example.com"));
    }

    @Test
    void policyL11L12_aRequestWithoutChangesIsCancelledAndOpensWithThem() {
        ChangeRequest request = node.twoPolicies();
        client.send(ALICE, request, "cancel_change", id(request, 0));
        client.send(ALICE, request, "cancel_change", id(request, 1));
        assertThat(client.status(request)).isEqualTo("cancelled");

        client.send(CAROL, request, "move_back_to_pending");

        assertThat(client.status(request)).isEqualTo("pending");
        assertThat(node.now(request).open()).hasSize(2);
    }

    @Test
    void policyL13L14_whatIsRejectedTakesCommentsAndIsReopenedByAdministrators() {
        ChangeRequest request = node.onePolicy();
        assertThat(messages(client.send(CAROL, request, "reject_request")))
                .containsExactly("Successfully rejected request");

        assertThat(ExtendedRequestJson.of(node.now(request)).reviewer())
                .contains("carol@example.com");
        assertThat(status(() -> client.apply(CAROL, request, 0))).isEqualTo(400);
        assertThat(client.comment(ALICE, request, "why?").errors()).isZero();
        assertThat(status(() -> client.send(ALICE, request, "move_back_to_pending")))
                .isEqualTo(403);
        assertThat(client.send(CAROL, request, "move_back_to_pending").errors()).isZero();
        assertThat(client.status(request)).isEqualTo("pending");
    }
}
