package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.consoleme.requests.OneNode.ALICE;
import static org.consoleme.requests.OneNode.CAROL;
import static org.consoleme.requests.OneNode.D;
import static org.consoleme.requests.OneNode.DAN;
import static org.consoleme.requests.OneNode.E;
import static org.consoleme.web.compat.requests.Client.messages;
import static org.consoleme.web.compat.requests.Client.status;

import java.util.List;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OneNode;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;
import org.consoleme.web.errors.AnswerException;
import org.junit.jupiter.api.Test;

/** What is applied when ConsoleMe's clients ask for it, and what is not. */
class AppliedByCommandTest {
    private final OneNode node = new OneNode();
    private final Client client = new Client(node);

    @Test
    void policyL01_applyingOneChangeAppliesThatOne() {
        ChangeRequest request = node.twoPolicies();

        ActionResultsJson results = client.apply(CAROL, request, 0);

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
        client.apply(CAROL, request, 0);

        ActionResultsJson results = client.apply(CAROL, request, 1);

        assertThat(results.results()).hasSize(3).extracting("status").containsOnly("success");
        assertThat(ExtendedRequestJson.of(node.now(request)))
                .extracting(ExtendedRequestJson::status, ExtendedRequestJson::reviewer)
                .containsExactly("approved", Optional.of("carol@example.com"));
    }

    @Test
    void policyL03_whatIsAppliedIsNotAppliedAgain() {
        ChangeRequest request = node.twoPolicies();
        client.apply(CAROL, request, 0);

        assertThat(status(() -> client.apply(CAROL, request, 0))).isEqualTo(400);
        assertThat(node.calls()).hasSize(1);
    }

    @Test
    void policyL15_approvingAppliesAllThatIsOpen_b09() {
        ChangeRequest request = node.twoPolicies();

        ActionResultsJson results = client.send(CAROL, request, "approve_request");

        assertThat(results.errors()).isZero();
        assertThat(results.results()).hasSize(4);
        assertThat(node.live("logs")).contains(D);
        assertThat(node.live("more")).contains(D);
        assertThat(client.status(request)).isEqualTo("approved");
    }

    @Test
    void policyL18_anotherDocumentThanTheStoredOneIsRefused() {
        ChangeRequest request = node.onePolicy();

        AnswerException refused =
                (AnswerException) catchThrowable(() -> client.apply(CAROL, request, 0, E.text()));

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

        assertThat(client.apply(CAROL, request, 0, sorted).errors()).isZero();

        assertThat(node.live("logs")).contains(D);
    }

    @Test
    void policyL19_whoSawTheDocumentBeforeAnEditDecidesNothing() {
        ChangeRequest request = node.onePolicy();
        client.update(ALICE, request, 0, E.text());

        assertThat(status(() -> client.apply(CAROL, request, 0, D.text()))).isEqualTo(409);
        assertThat(status(() -> client.apply(CAROL, request, 0)))
                .as("named nothing")
                .isEqualTo(409);
        assertThat(status(() -> client.applyHash(CAROL, request, request.hash()))).isEqualTo(409);
        assertThat(node.live("logs")).isEmpty();

        assertThat(client.applyHash(CAROL, request, node.now(request).hash()).errors()).isZero();
        assertThat(node.live("logs")).contains(E);
    }

    @Test
    void policyL20_ofTwoWhoApplyOneIsTooLate() {
        ChangeRequest request = node.onePolicy();
        client.apply(CAROL, request, 0);

        assertThat(status(() -> client.apply(DAN, request, 0))).isIn(400, 409);
        assertThat(node.calls()).hasSize(1);
    }

    @Test
    void policyA21_whatAwsRefusesIsSaidInItsWords() {
        ChangeRequest request = node.onePolicy();
        node.awsFailsWith(new Problem.Refused("AWS", "LimitExceeded"));

        ActionResultsJson results = client.apply(CAROL, request, 0);

        assertThat(results.errors()).isOne();
        assertThat(messages(results)).singleElement().asString().contains("LimitExceeded");
        assertThat(node.now(request).state()).isInstanceOf(RequestState.Failed.class);
        assertThat(client.status(request)).isEqualTo("pending");
    }
}
