package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consoleme.it.PolicyRequests.DOCUMENT;
import static org.consoleme.it.PolicyRequests.OTHER;
import static org.consoleme.it.PolicyRequests.apply;
import static org.consoleme.it.PolicyRequests.asked;
import static org.consoleme.it.PolicyRequests.cancel;
import static org.consoleme.it.PolicyRequests.comment;
import static org.consoleme.it.PolicyRequests.name;
import static org.consoleme.it.PolicyRequests.send;
import static org.consoleme.it.PolicyRequests.state;
import static org.consoleme.it.PolicyRequests.status;
import static org.consoleme.it.PolicyRequests.stored;
import static org.consoleme.it.PolicyRequests.storedChange;
import static org.consoleme.it.PolicyRequests.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The cases of policy requests 8.5 and 8.6 that concern inline policies, through the server to the
 * stand-in AWS: alice is the engineer, carol the approver, bob a bystander. R asks for two
 * policies.
 */
class PolicyLifecycleIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final String ROLE = "log-reader";

    private final Person alice = Person.engineer(STACK.server()).at(this::node);
    private final Person carol = Person.approver(STACK.server()).at(this::node);
    private final Person bob = Person.named(STACK.server(), "bystander@example.com").at(this::node);
    private final String first = name();
    private final String second = name();
    private SpokeAccount account;
    private PolicyRequests policies;

    /** The server to which the next step goes. */
    URI node() {
        return STACK.server();
    }

    @BeforeEach
    void findTheRole() {
        account = SpokeAccount.of(STACK, "sandbox");
        policies = new PolicyRequests("arn:aws:iam::" + account.id() + ":role/" + ROLE);
        policies.awaitRole(alice);
    }

    @Test
    void policyL01L02L03L04L17_changesAreAppliedOneByOneAndThenNothingMoves_a01_b08() {
        String r = fresh();

        JsonNode results = apply(carol, r, 0, DOCUMENT).must(200).json();
        assertThat(results.path("errors").asInt()).as("%s", results).isZero();
        assertThat(results.at("/action_results/0/message").asText())
                .startsWith("Successfully applied inline policy");
        assertThat(storedChange(alice, r, 0).path("status").asText()).isEqualTo("applied");
        assertThat(storedChange(alice, r, 0).path("updated_by").asText())
                .isEqualTo("approver@example.com");
        assertThat(status(alice, r)).isEqualTo("pending");
        assertThat(account.inlinePolicy(ROLE, first)).isEqualTo(DOCUMENT);

        apply(carol, r, 1).must(200);
        assertThat(status(alice, r)).isEqualTo("approved");
        assertThat(stored(alice, r).path("reviewer").asText()).isEqualTo("approver@example.com");

        assertThat(apply(carol, r, 0).status()).as("L03").isEqualTo(400);
        assertThat(send(alice, r, "cancel_request", "").status()).as("L04").isEqualTo(400);
        assertThat(send(carol, r, "reject_request", "").status()).as("L04").isEqualTo(400);
        assertThat(send(carol, r, "move_back_to_pending", "").status()).as("L04").isEqualTo(403);

        comment(bob, r, "thanks").must(200);
        assertThat(status(alice, r)).as("L17").isEqualTo("approved");
        assertThat(stored(alice, r).path("reviewer").asText()).isEqualTo("approver@example.com");
    }

    @Test
    void policyL05L06L07_neitherTheRequesterNorABystanderDecides_b02() {
        String r = fresh();
        JsonNode before = stored(alice, r);

        assertThat(apply(alice, r, 0).status()).isEqualTo(403);
        assertThat(send(alice, r, "approve_request", "").status()).isEqualTo(403);
        assertThat(send(alice, r, "reject_request", "").status()).isEqualTo(403);
        assertThat(update(bob, r, 0, OTHER).status()).isEqualTo(403);
        assertThat(send(bob, r, "cancel_request", "").status()).isEqualTo(403);
        assertThat(cancel(bob, r, 0).status()).isEqualTo(403);
        assertThat(stored(alice, r)).isEqualTo(before);
    }

    @Test
    void policyL08L18L19_whatWasNotSeenIsNotApproved_b13() {
        String r = fresh();
        assertThat(apply(carol, r, 0, OTHER).status()).as("L18").isEqualTo(409);

        update(alice, r, 0, OTHER).must(200);
        assertThat(storedChange(alice, r, 0).at("/policy/policy_document"))
                .isEqualTo(Reply.json(OTHER));
        assertThat(storedChange(alice, r, 0).path("updated_by").asText())
                .isEqualTo("engineer@example.com");
        assertThat(update(alice, r, 7, OTHER).status()).isEqualTo(400);

        Reply late = apply(carol, r, 0, DOCUMENT);
        assertThat(late.status()).as("L19").isEqualTo(409);
        assertThat(late.json().path("difference")).isNotEmpty();
        assertThat(status(alice, r)).isEqualTo("pending");
        assertThat(account.inlinePolicies(ROLE)).doesNotContain(first);
    }

    @Test
    void policyL09L10_whatIsAppliedStaysAndTheReviewerToo_b08() {
        String r = fresh();
        apply(carol, r, 0, DOCUMENT).must(200);

        JsonNode refused = send(alice, r, "cancel_request", "").must(200).json();
        assertThat(refused.path("errors").asInt()).as("L09").isOne();
        assertThat(status(alice, r)).isEqualTo("pending");
        assertThat(storedChange(alice, r, 0).path("status").asText()).isEqualTo("applied");

        cancel(alice, r, 1).must(200);
        assertThat(status(alice, r)).as("L10").isEqualTo("approved");
        assertThat(stored(alice, r).path("reviewer").asText()).isEqualTo("approver@example.com");
        assertThat(account.inlinePolicies(ROLE)).contains(first).doesNotContain(second);
    }

    @Test
    void policyL11L12_aRequestWithoutChangesIsCancelledAndReopensWithThem() {
        String r = fresh();
        cancel(alice, r, 0).must(200);
        cancel(alice, r, 1).must(200);
        assertThat(status(alice, r)).isEqualTo("cancelled");

        send(carol, r, "move_back_to_pending", "").must(200);

        assertThat(status(alice, r)).isEqualTo("pending");
        assertThat(storedChange(alice, r, 0).path("status").asText()).isEqualTo("not_applied");
    }

    @Test
    void policyL13L14_whatIsRejectedTakesCommentsAndIsReopenedByItsDeciders() {
        String r = fresh();
        send(carol, r, "reject_request", "").must(200);
        assertThat(status(alice, r)).isEqualTo("rejected");
        assertThat(stored(alice, r).path("reviewer").asText()).isEqualTo("approver@example.com");

        assertThat(apply(carol, r, 0).status()).isEqualTo(400);
        comment(alice, r, "why?").must(200);
        assertThat(send(alice, r, "move_back_to_pending", "").status()).isEqualTo(403);
        send(carol, r, "move_back_to_pending", "").must(200);
        assertThat(status(alice, r)).isEqualTo("pending");
    }

    @Test
    void policyL15L16_approvingAppliesAllThatIsOpen_b09() {
        String r = fresh();
        comment(bob, r, "looks right").must(200);

        JsonNode results = send(carol, r, "approve_request", "").must(200).json();

        assertThat(results.path("errors").asInt()).as("%s", results).isZero();
        assertThat(account.inlinePolicies(ROLE)).contains(first, second);
        assertThat(status(alice, r)).isEqualTo("approved");
        assertThat(stored(alice, r).at("/comments/0/text").asText()).isEqualTo("looks right");
    }

    @Test
    void policyL21L24_whatIsNoCommandOrNoRequestIsSaidSo() {
        String r = fresh();

        assertThat(send(carol, r, "update_expiration", "").status()).isEqualTo(400);
        assertThat(send(carol, r, "add_comment", "").status()).isEqualTo(400);
        assertThat(alice.get("/api/v2/requests/nosuch").status()).isEqualTo(404);
        assertThat(send(alice, "nosuch", "cancel_request", "").status()).isEqualTo(404);
        assertThat(alice.get("/api/v3/requests/nosuch").status()).isEqualTo(404);
    }

    @Test
    void policyL22L23_aLookSaysWhatOneMayDoAndWritesNothing_b25() {
        String r = fresh();
        JsonNode alices = alice.get("/api/v2/requests/" + r).must(200).json();
        JsonNode carols = carol.get("/api/v2/requests/" + r).must(200).json();

        String config =
                "{\"can_approve_reject\":%s,\"can_update_cancel\":true,"
                        + "\"can_move_back_to_pending\":false}";
        assertThat(alices.path("request_config")).hasToString(config.formatted(false));
        assertThat(carols.path("request_config")).hasToString(config.formatted(true));
        assertThat(carols.path("last_updated")).isEqualTo(alices.path("last_updated"));
    }

    @Test
    void policyA02_aPolicyIsDeletedInAws() {
        account.putInlinePolicy(ROLE, first, OTHER);
        String r = asked(alice, policies.detach(first));

        apply(carol, r, 0).must(200);

        assertThat(account.inlinePolicies(ROLE)).doesNotContain(first);
        assertThat(status(alice, r)).isEqualTo("approved");
    }

    @Test
    void policyB07_whatChangedInAwsSinceTheReviewIsNotOverwritten() {
        account.putInlinePolicy(ROLE, first, DOCUMENT);
        String r = asked(alice, policies.replace(first, OTHER));
        String meanwhile = DOCUMENT.replace("GetObject", "DeleteObject");
        account.putInlinePolicy(ROLE, first, meanwhile);

        JsonNode results = apply(carol, r, 0, OTHER).must(200).json();

        assertThat(results.path("errors").asInt()).isOne();
        assertThat(account.inlinePolicy(ROLE, first)).isEqualTo(meanwhile);
        assertThat(state(carol, r)).isEqualTo("failed");
    }

    @Test
    void policyA21_whatAwsRefusesIsSaidAndCanBeRetried_b10() {
        String arn = "arn:aws:iam::" + account.id() + ":role/read-only";
        String r = asked(alice, new PolicyRequests(arn).attach(first));

        account.without(
                "read-only",
                () -> {
                    JsonNode results = apply(carol, r, 0, DOCUMENT).must(200).json();
                    assertThat(results.path("errors").asInt()).isOne();
                    assertThat(results.at("/action_results/0/message").asText())
                            .contains("NoSuchEntity");
                });
        assertThat(status(alice, r)).isEqualTo("pending");

        carol.post("/api/v3/requests/" + r + "/retry", "").must(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(state(carol, r)).isEqualTo("applied"));
        assertThat(status(alice, r)).isEqualTo("approved");
        assertThat(account.inlinePolicies("read-only")).contains(first);
    }

    private String fresh() {
        return asked(alice, policies.attach(first), policies.attach(second));
    }
}
