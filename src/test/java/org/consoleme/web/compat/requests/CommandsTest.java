package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.OneNode.ALICE;
import static org.consoleme.requests.OneNode.BOB;
import static org.consoleme.requests.OneNode.CAROL;
import static org.consoleme.requests.OneNode.E;
import static org.consoleme.web.compat.requests.Client.id;
import static org.consoleme.web.compat.requests.Client.status;

import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OneNode;
import org.consoleme.shared.RequestId;
import org.junit.jupiter.api.Test;

/** Who may bring about what in the life of a request, as ConsoleMe's clients do. */
class CommandsTest {
    private final OneNode node = new OneNode();
    private final Client client = new Client(node);

    @Test
    void policyL05_theRequesterDecidesNothing() {
        ChangeRequest request = node.onePolicy();

        assertThat(status(() -> client.apply(ALICE, request, 0))).isEqualTo(403);
        assertThat(status(() -> client.send(ALICE, request, "approve_request"))).isEqualTo(403);
        assertThat(status(() -> client.send(ALICE, request, "reject_request"))).isEqualTo(403);
        assertThat(node.now(request)).isEqualTo(request);
    }

    @Test
    void policyL06L07_aBystanderChangesNothing_b02() {
        ChangeRequest request = node.onePolicy();

        assertThat(status(() -> client.update(BOB, request, 0, E.text()))).isEqualTo(403);
        assertThat(status(() -> client.send(BOB, request, "cancel_request"))).isEqualTo(403);
        assertThat(status(() -> client.send(BOB, request, "cancel_change", id(request, 0))))
                .isEqualTo(403);
        assertThat(node.now(request)).isEqualTo(request);
    }

    @Test
    void policyL08_theRequesterUpdatesADocument() {
        ChangeRequest request = node.onePolicy();

        assertThat(client.update(ALICE, request, 0, E.text()).errors()).isZero();

        ChangeJson.InlinePolicy change =
                (ChangeJson.InlinePolicy) ChangeJson.of(node.now(request).changes().getFirst());
        assertThat(change.policy().document()).isEqualTo(E.text());
        assertThat(change.common().updatedBy()).contains("alice@example.com");
        assertThat(status(() -> client.update(ALICE, request, 7, E.text()))).isEqualTo(400);
    }

    @Test
    void policyL17_aBystandersCommentChangesNoReviewer_b08() {
        ChangeRequest request = node.onePolicy();
        client.apply(CAROL, request, 0);

        client.comment(BOB, request, "thanks");

        ExtendedRequestJson now = ExtendedRequestJson.of(node.now(request));
        assertThat(now.reviewer()).contains("carol@example.com");
        assertThat(now.comments()).extracting(CommentJson::email).contains("bob@example.com");
    }

    @Test
    void policyL21_aCommandThatIsNoneIsRefused() {
        ChangeRequest request = node.onePolicy();

        assertThat(status(() -> client.send(CAROL, request, "update_expiration"))).isEqualTo(400);
        assertThat(status(() -> client.send(CAROL, request, "add_comment"))).isEqualTo(400);
        assertThat(status(() -> client.send(CAROL, request, "apply_change"))).isEqualTo(400);
    }

    @Test
    void policyL24_anUnknownRequestIsNotThere() {
        assertThat(
                        status(
                                () ->
                                        client.send(
                                                CAROL,
                                                new RequestId("nosuch"),
                                                new Command.CancelRequest())))
                .isEqualTo(404);
    }
}
