package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What ConsoleMe stored, and still lies in its table: listed, shown, and never changed. All are
 * stored before the first is looked for: the list is read anew once a minute.
 */
class EarlierRequestsIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static EarlierItem ofTheFirstForm;
    private static EarlierItem withoutItsArn;
    private static EarlierItem forATemplate;
    private static StoredTruth truth;

    private final Person engineer = Person.engineer(STACK.server());
    private final Person bystander = Person.named(STACK.server(), "bystander@example.com");
    private final Person approver = Person.approver(STACK.server());

    @BeforeAll
    static void store() {
        ofTheFirstForm = EarlierItem.ofTheFirstForm(STACK.account("sandbox"));
        withoutItsArn = EarlierItem.withoutItsArn(STACK.account("sandbox"));
        forATemplate = EarlierItem.forATemplate();
        truth = StoredTruth.of(STACK);
        Stream.of(ofTheFirstForm, withoutItsArn, forATemplate)
                .forEach(item -> truth.put("consoleme_policy_requests", item.row()));
    }

    @Test
    void policyL24_aRequestOfTheFirstVersionIsListedAndShownAndNeverChanged() {
        String id = ofTheFirstForm.id();

        assertThat(listed(ofTheFirstForm)).contains(id);
        assertThat(engineer.get("/api/v2/requests/" + id).must(400).json().path("message").asText())
                .contains("first form");
        assertThat(engineer.get("/api/v3/requests/" + id).must(200).body())
                .contains(EarlierItem.REASON, Instant.ofEpochSecond(EarlierItem.ASKED).toString());
        neverChanged(ofTheFirstForm);
    }

    /** ConsoleMe's own upgrade of old items takes their ARN away. */
    @Test
    void policyB24_aRequestThatLostItsArnIsListedByItAndShown() {
        String arn = EarlierItem.arn(STACK.account("sandbox"), withoutItsArn.id());

        assertThat(listed(withoutItsArn)).contains(arn);
        assertThat(shown(withoutItsArn)).contains(arn);
        neverChanged(withoutItsArn);
    }

    @Test
    void policyB29_aRequestForATemplateIsListedByRepositoryAndPathAndShown() {
        String path = "iamrole/" + forATemplate.id() + ".yaml";

        assertThat(listed(forATemplate)).contains("templates-" + path);
        assertThat(shown(forATemplate)).contains("generic_file", path);
        neverChanged(forATemplate);
    }

    private String shown(EarlierItem item) {
        assertThat(engineer.get("/api/v3/requests/" + item.id()).must(200).body())
                .contains(EarlierItem.REASON);
        return engineer.get("/api/v2/requests/" + item.id())
                .must(200)
                .json()
                .path("request")
                .asText();
    }

    private void neverChanged(EarlierItem item) {
        for (String command :
                new String[] {"approve_request", "reject_request", "cancel_request"}) {
            Reply refused = PolicyRequests.send(approver, item.id(), command, "");
            assertThat(refused.status()).as("%s: %s", command, refused).isEqualTo(409);
            assertThat(refused.body()).contains("it can be read, and no more");
        }
        assertThat(truth.request(item.id())).isEqualTo(item.row());
    }

    /** The table with it; asked seldom: a person gets so many answers in a minute, and no more. */
    private String listed(EarlierItem item) {
        return await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> table(item), table -> table.contains(item.id()));
    }

    private String table(EarlierItem item) {
        return bystander
                .post("/api/v2/requests", "{\"filters\":{\"arn\":\"" + item.id() + "\"}}")
                .must(200)
                .body();
    }
}
