package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consoleme.it.PolicyRequests.DOCUMENT;
import static org.consoleme.it.PolicyRequests.name;
import static org.consoleme.it.PolicyRequests.stored;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The cases of policy requests 8.4 in which somebody approves what they ask for as they ask: the
 * configuration names carol, the approver, and not alice.
 */
abstract class OwnDecisions {
    private static final String ROLE = "log-reader";

    /** Grammar that we take and AWS refuses: the name of a bucket has no region. */
    private static final String REFUSED =
            DOCUMENT.replace("arn:aws:s3:::", "arn:aws:s3:us-east-1::");

    private final RunningStack stack;
    private final Person alice;
    private final Person carol;
    private final StoredTruth truth;
    private final String reason = "INC-" + UUID.randomUUID();
    private SpokeAccount account;
    private PolicyRequests policies;

    OwnDecisions(OwnNode node) {
        stack = node.stack();
        alice = node.steps().engineer();
        carol = node.steps().approver();
        truth = StoredTruth.of(stack);
    }

    @BeforeEach
    void findTheRole() {
        account = SpokeAccount.of(stack, "sandbox");
        policies = new PolicyRequests("arn:aws:iam::" + account.id() + ":role/" + ROLE);
    }

    @Test
    void policyC23_whoMayDecideTheirOwnHasAllChangesAppliedAtOnceAndIsNoted_b10() {
        String first = name();
        String second = name();

        JsonNode created =
                atOnce(carol, policies.attach(first), policies.attach(second)).must(200).json();

        assertThat(created.path("errors").asInt()).as("%s", created).isZero();
        assertThat(created.path("action_results"))
                .as("%s", created)
                .filteredOn(result -> result.path("visible").asBoolean())
                .hasSize(2)
                .allSatisfy(
                        result -> assertThat(result.path("status").asText()).isEqualTo("success"));
        assertThat(account.inlinePolicy(ROLE, first)).isEqualTo(DOCUMENT);
        assertThat(account.inlinePolicy(ROLE, second)).isEqualTo(DOCUMENT);
        String id = created.path("request_id").asText();
        JsonNode request = stored(alice, id);
        assertThat(request.path("request_status").asText()).isEqualTo("approved");
        assertThat(request.path("reviewer").asText()).isEqualTo("approver@example.com");
        assertThat(request.at("/changes/changes"))
                .allSatisfy(
                        change -> assertThat(change.path("status").asText()).isEqualTo("applied"));
        assertThat(request.path("comments")).as("%s", request).hasSize(1);
        assertThat(request.at("/comments/0/text").asText())
                .contains("although it is their own", "requests.may_bypass_approval");
        assertThat(truth.auditDetails(id, "open")).containsEntry("bypass", "true");
    }

    /** Nobody was asked, so that nothing else tells them. */
    @Test
    void policyB17_aDecisionOfOnesOwnIsAnnouncedOnceToThoseWhoWouldHaveDecided() {
        String id =
                atOnce(carol, policies.attach(name())).must(200).json().path("request_id").asText();

        assertThat(stack.twin().draw(SlackChair.card(stack.twin(), reason, "Applied")))
                .contains("approver@example.com decided this although it is their own");
        await().atMost(SlackChair.SOON).until(() -> truth.due(id) == 0);
        assertThat(stack.twin().workspace().messages().in(TwinSettings.APPROVALS))
                .filteredOn(message -> stack.twin().draw(message).contains(reason))
                .hasSize(1);
    }

    @Test
    void policyC24_whoIsNotNamedApprovesNothingOfTheirOwnHereEither_b01() {
        String name = name();

        assertThat(atOnce(alice, policies.attach(name)).status()).isEqualTo(403);

        assertThat(account.inlinePolicies(ROLE)).doesNotContain(name);
        assertThat(alice.post("/api/v2/requests", "{\"limit\":100}").must(200).body())
                .doesNotContain(reason);
    }

    @Test
    void policyC25_whatAwsRefusesAtOnceIsNotCalledApproved_b10() {
        String name = name();

        JsonNode created = atOnce(carol, policies.attach(name, REFUSED)).must(200).json();

        assertThat(created.path("errors").asInt()).as("%s", created).isOne();
        assertThat(created.at("/action_results/0/message").asText())
                .contains("MalformedPolicyDocument");
        JsonNode request = stored(alice, created.path("request_id").asText());
        assertThat(request.path("request_status").asText()).isEqualTo("pending");
        assertThat(request.at("/changes/changes/0/status").asText()).isEqualTo("not_applied");
        assertThat(account.inlinePolicies(ROLE)).doesNotContain(name);
    }

    private Reply atOnce(Person person, String... changes) {
        return person.post(
                "/api/v2/request",
                PolicyRequests.body(changes)
                        .replace("for a test", reason)
                        .replaceFirst("\\{", "{\"admin_auto_approve\":true,"));
    }
}
