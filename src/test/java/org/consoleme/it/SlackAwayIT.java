package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consoleme.it.PolicyRequests.DOCUMENT;
import static org.consoleme.it.PolicyRequests.apply;
import static org.consoleme.it.PolicyRequests.ask;
import static org.consoleme.it.PolicyRequests.name;
import static org.consoleme.it.PolicyRequests.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.fault.Fault;
import org.consoleme.slacktwin.fault.Faults;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Slack is ill while people ask and decide elsewhere. */
class SlackAwayIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final String ROLE = "log-reader";

    /** What is due is looked for every few seconds, and later each time. */
    private static final Duration LATER = Duration.ofMinutes(2);

    private final Person engineer = Person.engineer(STACK.server());
    private final Person approver = Person.approver(STACK.server());
    private SpokeAccount account;
    private PolicyRequests policies;

    @BeforeEach
    void slackFails() {
        account = SpokeAccount.of(STACK, "sandbox");
        String role = "arn:aws:iam::" + account.id() + ":role/" + ROLE;
        policies = new PolicyRequests(role);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engineer.get("/api/v3/roles").must(200).body().contains(role));
        STACK.twin().faults().always(Faults.EVERY, new Fault.Failing(503));
    }

    @AfterEach
    void slackIsWell() {
        STACK.twin().faults().clear();
    }

    @Test
    void policyT08_resultsOverHttpAreWhatTheyAreAndSlackHearsLater_b35() {
        String name = name();
        String reason = "INC-" + UUID.randomUUID();

        Reply created =
                engineer.post(
                        "/api/v2/request",
                        PolicyRequests.body(policies.attach(name)).replace("for a test", reason));
        String id = created.must(200).json().path("request_id").asText();
        assertThat(created.json().path("errors").asInt()).isZero();
        JsonNode results = apply(approver, id, 0, DOCUMENT).must(200).json();
        assertThat(results.path("errors").asInt()).as("%s", results).isZero();
        assertThat(status(engineer, id)).isEqualTo("approved");
        assertThat(account.inlinePolicy(ROLE, name)).isEqualTo(DOCUMENT);
        assertThat(STACK.twin().workspace().messages().in(TwinSettings.APPROVALS))
                .noneMatch(message -> message.text().contains(reason));

        STACK.twin().faults().clear();

        StoredTruth truth = StoredTruth.of(STACK);
        await().atMost(LATER).until(() -> truth.due(id) == 0);
        assertThat(STACK.twin().workspace().messages().in(TwinSettings.APPROVALS))
                .filteredOn(message -> message.text().contains(reason))
                .hasSizeLessThan(2)
                .allSatisfy(card -> assertThat(STACK.twin().draw(card)).contains("Applied"));
    }

    @Test
    void policyT08_whatIsRefusedOverHttpIsRefusedWithItsOwnReason_b35() {
        Reply refused = ask(engineer, policies.replace("ghost", DOCUMENT));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("no policy of that name");
    }
}
