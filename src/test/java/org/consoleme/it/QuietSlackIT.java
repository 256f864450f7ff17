package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consoleme.it.PolicyRequests.DOCUMENT;
import static org.consoleme.it.PolicyRequests.name;
import static org.consoleme.it.PolicyRequests.stored;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A server whose configuration keeps policies out of Slack that their requester approved with the
 * command that asked for them: carol, the approver, may do that.
 */
class QuietSlackIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final OwnNode NODE =
            OwnNode.alone(
                    STACK,
                    Map.of(
                            "jobs",
                            Map.of("enabled", false),
                            "requests",
                            Map.of("may_bypass_approval", List.of("approver@example.com")),
                            "slack",
                            Map.of("ignore_auto_admin_policies", true)));

    private static final String ROLE = "log-reader";

    /** Grammar that we take and AWS refuses: the name of a bucket has no region. */
    private static final String REFUSED =
            DOCUMENT.replace("arn:aws:s3:::", "arn:aws:s3:us-east-1::");

    private final StoredTruth truth = StoredTruth.of(STACK);
    private final String reason = "INC-" + UUID.randomUUID();
    private final String first = name();
    private final String second = name();
    private Person carol;
    private SpokeAccount account;
    private PolicyRequests policies;

    @BeforeEach
    void everybodyIsInSlack() {
        carol = NODE.steps().approver();
        account = SpokeAccount.of(STACK, "sandbox");
        policies = new PolicyRequests("arn:aws:iam::" + account.id() + ":role/" + ROLE);
        new SlackChair(STACK.twin(), TwinSettings.APPROVER)
                .linkedTo(Person.approver(STACK.server()));
    }

    @Test
    void policyT10_whatIsApprovedAsItIsAskedIsNowhereInSlackAndIsNoted() {
        JsonNode created = atOnce(policies.attach(first), policies.attach(second)).must(200).json();
        String id = created.path("request_id").asText();

        assertThat(created.path("errors").asInt()).as("%s", created).isZero();
        assertThat(account.inlinePolicies(ROLE)).contains(first, second);
        await().atMost(SlackChair.SOON).until(() -> truth.due(OwnNode.OWN_OUTBOX, id) == 0);
        assertThat(stored(carol, id).path("request_status").asText()).isEqualTo("approved");
        assertThat(STACK.twin().workspace().messages().all())
                .noneMatch(message -> STACK.twin().draw(message).contains(reason))
                .noneMatch(message -> STACK.twin().draw(message).contains(first));
        assertThat(truth.auditDetails(id, "open")).containsEntry("bypass", "true");
        assertThat(stored(carol, id).at("/comments/0/text").asText())
                .contains("although it is their own", "requests.may_bypass_approval");
    }

    @Test
    void policyT10_whatAwsRefusesIsTold() {
        String id =
                atOnce(policies.attach(first, REFUSED))
                        .must(200)
                        .json()
                        .path("request_id")
                        .asText();

        assertThat(STACK.twin().draw(SlackChair.card(STACK.twin(), reason, "Failed")))
                .contains("approver@example.com decided this although it is their own");
        assertThat(truth.auditDetails(id, "open")).containsEntry("bypass", "true");
    }

    @Test
    void policyT10_whatWaitsForSomebodyIsShownToThem() {
        carol.post("/api/v2/request", body(policies.attach(first))).must(200);

        assertThat(SlackChair.card(STACK.twin(), reason, "Waiting").channel())
                .isEqualTo(TwinSettings.APPROVALS);
    }

    private Reply atOnce(String... changes) {
        return carol.post(
                "/api/v2/request",
                body(changes).replaceFirst("\\{", "{\"admin_auto_approve\":true,"));
    }

    private String body(String... changes) {
        return PolicyRequests.body(changes).replace("for a test", reason);
    }
}
