package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.consoleme.requests.OneNode.ALICE;
import static org.consoleme.requests.OneNode.BOB;
import static org.consoleme.requests.OneNode.CAROL;
import static org.consoleme.requests.OneNode.D;
import static org.consoleme.requests.OneNode.DAN;
import static org.consoleme.requests.OneNode.E;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.consoleme.identity.Caller;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.OneNode;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.web.errors.AnswerException;
import org.junit.jupiter.api.Test;

/** The cases of a request's life, as ConsoleMe's clients bring them about. */
class CommandsTest {
    private final OneNode node = new OneNode();
    private final ScheduledExecutorService atOnce = AtOnce.scheduler(node::deliver);
    private final Commands commands =
            new Commands(
                    node.looking(),
                    node.reviewing(),
                    node.editing(),
                    node.cancellingChange(),
                    node.cancelling(),
                    node.commenting(),
                    node.reopening(),
                    new OutcomeWatch(node.requests(), atOnce));

    @Test
    void policyL01_applyingOneChangeAppliesThatOne() {
        ChangeRequest request = node.twoPolicies();

        ActionResultsJson results = apply(CAROL, request, 0);

        assertThat(results.errors()).isZero();
        assertThat(messages(results))
                .containsExactly(
                        "Successfully applied inline policy logs to principal: app",
                        "Successfully updated change in dynamo");
        assertThat(node.live("logs")).contains(D);
        assertThat(node.live("more")).isEmpty();
        assertThat(node.now(request).state()).isInstanceOf(RequestState.Pending.class);
        assertThat(node.now(request).changes().getFirst().updatedBy()).contains(CAROL.user());
    }

    @Test
    void policyL02_applyingTheLastOneApprovesTheRequest() {
        ChangeRequest request = node.twoPolicies();
        apply(CAROL, request, 0);

        ActionResultsJson results = apply(CAROL, request, 1);

        assertThat(results.results()).hasSize(3).extracting("status").containsOnly("success");
        assertThat(ExtendedRequestJson.of(node.now(request)))
                .extracting(ExtendedRequestJson::status, ExtendedRequestJson::reviewer)
                .containsExactly("approved", Optional.of("carol@example.com"));
    }

    @Test
    void policyL03_whatIsAppliedIsNotAppliedAgain() {
        ChangeRequest request = node.twoPolicies();
        apply(CAROL, request, 0);

        assertThat(status(() -> apply(CAROL, request, 0))).isEqualTo(400);
        assertThat(node.calls()).hasSize(1);
    }

    @Test
    void policyL04_anAppliedRequestIsNotClosedAndNotReopened() {
        ChangeRequest request = node.onePolicy();
        apply(CAROL, request, 0);

        assertThat(status(() -> send(ALICE, request, "cancel_request"))).isEqualTo(400);
        assertThat(status(() -> send(CAROL, request, "reject_request"))).isEqualTo(400);
        assertThat(status(() -> send(CAROL, request, "move_back_to_pending"))).isEqualTo(403);
    }

    @Test
    void policyL05_theRequesterDecidesNothing() {
        ChangeRequest request = node.onePolicy();

        assertThat(status(() -> apply(ALICE, request, 0))).isEqualTo(403);
        assertThat(status(() -> send(ALICE, request, "approve_request"))).isEqualTo(403);
        assertThat(status(() -> send(ALICE, request, "reject_request"))).isEqualTo(403);
        assertThat(node.now(request)).isEqualTo(request);
    }

    @Test
    void policyL06L07_aBystanderChangesNothing_b02() {
        ChangeRequest request = node.onePolicy();

        assertThat(status(() -> update(BOB, request, 0, E.text()))).isEqualTo(403);
        assertThat(status(() -> send(BOB, request, "cancel_request"))).isEqualTo(403);
        assertThat(status(() -> send(BOB, request, "cancel_change", id(request, 0))))
                .isEqualTo(403);
        assertThat(node.now(request)).isEqualTo(request);
    }

    @Test
    void policyL08_theRequesterUpdatesADocument() {
        ChangeRequest request = node.onePolicy();

        assertThat(update(ALICE, request, 0, E.text()).errors()).isZero();

        ChangeJson.InlinePolicy change =
                (ChangeJson.InlinePolicy) ChangeJson.of(node.now(request).changes().getFirst());
        assertThat(change.policy().document()).isEqualTo(E.text());
        assertThat(change.common().updatedBy()).contains("alice@example.com");
        assertThat(status(() -> update(ALICE, request, 7, E.text()))).isEqualTo(400);
    }

    @Test
    void policyL09_whatIsAppliedInPartIsNotClosed() {
        ChangeRequest request = node.twoPolicies();
        apply(CAROL, request, 0);

        ActionResultsJson results = send(ALICE, request, "cancel_request");

        assertThat(results.errors()).isOne();
        assertThat(node.now(request).state()).isInstanceOf(RequestState.Pending.class);
        assertThat(node.now(request).changes().getFirst().state())
                .isInstanceOf(ChangeState.Applied.class);
    }

    @Test
    void policyL10_whoCancelsTheRestIsNoReviewer_b08() {
        ChangeRequest request = node.twoPolicies();
        apply(CAROL, request, 0);

        send(ALICE, request, "cancel_change", id(request, 1));

        assertThat(ExtendedRequestJson.of(node.now(request)))
                .extracting(ExtendedRequestJson::status, ExtendedRequestJson::reviewer)
                .containsExactly("approved", Optional.of("carol@example.com"));
    }

    @Test
    void policyL11L12_aRequestWithoutChangesIsCancelledAndOpensWithThem() {
        ChangeRequest request = node.twoPolicies();
        send(ALICE, request, "cancel_change", id(request, 0));
        send(ALICE, request, "cancel_change", id(request, 1));
        assertThat(status(request)).isEqualTo("cancelled");

        send(CAROL, request, "move_back_to_pending");

        assertThat(status(request)).isEqualTo("pending");
        assertThat(node.now(request).open()).hasSize(2);
    }

    @Test
    void policyL13L14_whatIsRejectedTakesCommentsAndIsReopenedByAdministrators() {
        ChangeRequest request = node.onePolicy();
        assertThat(messages(send(CAROL, request, "reject_request")))
                .containsExactly("Successfully rejected request");

        assertThat(ExtendedRequestJson.of(node.now(request)).reviewer())
                .contains("carol@example.com");
        assertThat(status(() -> apply(CAROL, request, 0))).isEqualTo(400);
        assertThat(comment(ALICE, request, "why?").errors()).isZero();
        assertThat(status(() -> send(ALICE, request, "move_back_to_pending"))).isEqualTo(403);
        assertThat(send(CAROL, request, "move_back_to_pending").errors()).isZero();
        assertThat(status(request)).isEqualTo("pending");
    }

    @Test
    void policyL15_approvingAppliesAllThatIsOpen_b09() {
        ChangeRequest request = node.twoPolicies();

        ActionResultsJson results = send(CAROL, request, "approve_request");

        assertThat(results.errors()).isZero();
        assertThat(results.results()).hasSize(4);
        assertThat(node.live("logs")).contains(D);
        assertThat(node.live("more")).contains(D);
        assertThat(status(request)).isEqualTo("approved");
    }

    @Test
    void policyL17_aBystandersCommentChangesNoReviewer_b08() {
        ChangeRequest request = node.onePolicy();
        apply(CAROL, request, 0);

        comment(BOB, request, "thanks");

        ExtendedRequestJson now = ExtendedRequestJson.of(node.now(request));
        assertThat(now.reviewer()).contains("carol@example.com");
        assertThat(now.comments()).extracting(CommentJson::email).contains("bob@example.com");
    }

    @Test
    void policyL18_anotherDocumentThanTheStoredOneIsRefused() {
        ChangeRequest request = node.onePolicy();

        AnswerException refused =
                (AnswerException) catchThrowable(() -> apply(CAROL, request, 0, E.text()));

        assertThat(refused.answer().status()).isEqualTo(409);
        assertThat((List<?>) refused.answer().more().get("difference")).isNotEmpty();
        assertThat(node.live("logs")).isEmpty();
    }

    @Test
    void policyL18_theDocumentOfThePageMayBeLaidOutOtherwise() {
        ChangeRequest request = node.onePolicy();
        String sorted =
                "{\"Statement\":[{\"Action\":[\"s3:GetObject\"],\"Effect\":\"Allow\",\"Resource\":"
                        + "[\"arn:aws:s3:::acme-logs/*\"]}],\"Version\":\"2012-10-17\"}";

        assertThat(apply(CAROL, request, 0, sorted).errors()).isZero();

        assertThat(node.live("logs")).contains(D);
    }

    @Test
    void policyL19_whoSawTheDocumentBeforeAnEditDecidesNothing() {
        ChangeRequest request = node.onePolicy();
        update(ALICE, request, 0, E.text());

        assertThat(status(() -> apply(CAROL, request, 0, D.text()))).isEqualTo(409);
        assertThat(status(() -> apply(CAROL, request, 0))).as("named nothing").isEqualTo(409);
        assertThat(status(() -> applyHash(CAROL, request, request.hash()))).isEqualTo(409);
        assertThat(node.live("logs")).isEmpty();

        assertThat(applyHash(CAROL, request, node.now(request).hash()).errors()).isZero();
        assertThat(node.live("logs")).contains(E);
    }

    @Test
    void policyL20_ofTwoWhoApplyOneIsTooLate() {
        ChangeRequest request = node.onePolicy();
        apply(CAROL, request, 0);

        assertThat(status(() -> apply(DAN, request, 0))).isIn(400, 409);
        assertThat(node.calls()).hasSize(1);
    }

    @Test
    void policyL21_aCommandThatIsNoneIsRefused() {
        ChangeRequest request = node.onePolicy();

        assertThat(status(() -> send(CAROL, request, "update_expiration"))).isEqualTo(400);
        assertThat(status(() -> send(CAROL, request, "add_comment"))).isEqualTo(400);
        assertThat(status(() -> send(CAROL, request, "apply_change"))).isEqualTo(400);
    }

    @Test
    void policyL24_anUnknownRequestIsNotThere() {
        assertThat(
                        status(
                                () ->
                                        commands.handle(
                                                CAROL,
                                                new RequestId("nosuch"),
                                                new Command.CancelRequest(),
                                                new Answers<>())))
                .isEqualTo(404);
    }

    @Test
    void policyA21_whatAwsRefusesIsSaidInItsWords() {
        ChangeRequest request = node.onePolicy();
        node.awsFailsWith(new Problem.Refused("AWS", "LimitExceeded"));

        ActionResultsJson results = apply(CAROL, request, 0);

        assertThat(results.errors()).isOne();
        assertThat(messages(results)).singleElement().asString().contains("LimitExceeded");
        assertThat(node.now(request).state()).isInstanceOf(RequestState.Failed.class);
        assertThat(status(request)).isEqualTo("pending");
    }

    private ActionResultsJson apply(Caller caller, ChangeRequest request, int change) {
        return send(caller, request, "apply_change", id(request, change));
    }

    private ActionResultsJson apply(
            Caller caller, ChangeRequest request, int change, String document) {
        return send(
                caller,
                request,
                "apply_change",
                id(request, change) + ",\"policy_document\":" + document);
    }

    private ActionResultsJson applyHash(Caller caller, ChangeRequest request, String hash) {
        return send(caller, request, "apply_change", id(request, 0) + ",\"hash\":\"" + hash + "\"");
    }

    private ActionResultsJson update(
            Caller caller, ChangeRequest request, int change, String document) {
        return send(
                caller,
                request,
                "update_change",
                id(request, change) + ",\"policy_document\":" + document);
    }

    private ActionResultsJson comment(Caller caller, ChangeRequest request, String text) {
        return send(caller, request, "add_comment", "\"comment_text\":\"" + text + "\"");
    }

    private ActionResultsJson send(
            Caller caller, ChangeRequest request, String command, String... members) {
        String body =
                "{\"modification_model\":{\"command\":\""
                        + command
                        + "\""
                        + (members.length == 0 ? "" : "," + members[0])
                        + "}}";
        Answers<ActionResultsJson> answers = new Answers<>();
        commands.handle(caller, request.id(), Command.read(Bodies.json(body)), answers);
        assertThat(answers.problems).isEmpty();
        assertThat(answers.given).hasSize(1);
        return answers.given.getFirst();
    }

    private static String id(ChangeRequest request, int change) {
        return "\"change_id\":\"" + request.id() + change + "\"";
    }

    private String status(ChangeRequest request) {
        return ExtendedRequestJson.status(node.now(request).state().name());
    }

    private static List<String> messages(ActionResultsJson results) {
        return results.results().stream().map(ActionResultsJson.Result::message).toList();
    }

    /** As the envelope draws it. */
    private static int status(Runnable command) {
        Throwable thrown = catchThrowable(command::run);
        return switch (thrown) {
            case AnswerException e -> e.answer().status();
            case ProblemException e ->
                    switch (e.problem()) {
                        case Problem.Invalid _ -> 400;
                        case Problem.NotFound _ -> 404;
                        case Problem.Forbidden _ -> 403;
                        case Problem.Conflict _ -> 409;
                        default -> throw new AssertionError(e.problem());
                    };
            case null, default -> throw new AssertionError("not refused", thrown);
        };
    }
}
