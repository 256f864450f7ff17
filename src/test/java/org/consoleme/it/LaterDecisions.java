package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.it.PolicyRequests.DOCUMENT;
import static org.consoleme.it.PolicyRequests.apply;
import static org.consoleme.it.PolicyRequests.asked;
import static org.consoleme.it.PolicyRequests.name;
import static org.consoleme.it.PolicyRequests.send;
import static org.consoleme.it.PolicyRequests.status;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for a request a day later, or once the configuration says otherwise. */
abstract class LaterDecisions {
    /** Protected by this server's configuration alone. */
    static final String PROTECTED_HERE = "read-only";

    private final OwnNode node;
    private final Person alice;
    private final Person carol;
    private SpokeAccount account;

    LaterDecisions(OwnNode node) {
        this.node = node;
        alice = node.steps().engineer();
        carol = node.steps().approver();
    }

    @BeforeEach
    void findTheAccount() {
        account = SpokeAccount.of(node.stack(), "sandbox");
    }

    @AfterEach
    void now() {
        node.setClock(Instant.now());
    }

    @Test
    void policyL14_whatWasRejectedIsReopenedWithin24HoursAndNotAfter_b25() {
        String r = asked(alice, on("log-reader").attach(name()));
        Instant rejected = Instant.now();
        send(carol, r, "reject_request", "").must(200);

        node.setClock(rejected.plusSeconds(86_401 + 5));
        carol.get("/api/v2/requests/" + r).must(200);
        assertThat(send(carol, r, "move_back_to_pending", "").status()).isEqualTo(403);
        assertThat(status(alice, r)).isEqualTo("rejected");

        node.setClock(rejected.plus(Duration.ofHours(24)).minusSeconds(60));
        assertThat(send(alice, r, "move_back_to_pending", "").status()).isEqualTo(403);
        send(carol, r, "move_back_to_pending", "").must(200);
        assertThat(status(alice, r)).isEqualTo("pending");
    }

    @Test
    void policyA24_aRoleThatIsProtectedSinceItWasAskedForIsNotChanged_b16() {
        PolicyRequests policies = on(PROTECTED_HERE);
        String name = name();
        String r = asked(Person.engineer(node.stack().server()), policies.attach(name));

        assertThat(apply(carol, r, 0, DOCUMENT).status()).isEqualTo(403);

        assertThat(account.inlinePolicies(PROTECTED_HERE)).doesNotContain(name);
        assertThat(status(alice, r)).isEqualTo("pending");
    }

    @Test
    void policyT09_whereNoReasonIsWantedSlackIsToldOfARequestWithoutOne() {
        String name = name();
        String body =
                PolicyRequests.body(on("log-reader").attach(name))
                        .replace(",\"justification\":\"for a test\"", "");

        alice.post("/api/v2/request", body).must(200);

        SlackChair.card(node.stack().twin(), name, "Waiting");
    }

    private PolicyRequests on(String role) {
        return new PolicyRequests("arn:aws:iam::" + account.id() + ":role/" + role);
    }
}
