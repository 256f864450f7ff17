package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.D;
import static org.consoleme.requests.RequestSamples.LIVE;
import static org.consoleme.requests.RequestSamples.newPolicy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** What may be asked of the inline policies of a role. */
class AskForPolicyTest {
    private final RequestsFixture fixture = new RequestsFixture();
    private final Asking asking = new Asking(fixture);

    private static AskedChange replaced(String name, PolicyDocument text) {
        return new AskedChange.ReplacedPolicy(APP, name, text);
    }

    @Test
    void aNameIsMadeLegalWhateverTheSignInName() {
        ChangeRequest request =
                asking.open(
                                Callers.web("zo\u00eb o'neil@example.com"),
                                new AskedChange.NewPolicy(APP, Optional.empty(), D))
                        .request();
        assertThat(((Change.PutInlinePolicy) request.changes().getFirst().change()).name())
                .matches("[A-Za-z0-9_+=,.@-]{1,128}");
    }

    @Test
    void C04_aNewPolicyOfAnExistingNameIsRefused() {
        asking.invalid("policy_name", newPolicy("existing"));
    }

    @Test
    void C05_theSameDocumentAgainIsRefused() {
        asking.invalid("policy_document", replaced("existing", LIVE));
    }

    @Test
    void C06_aReplacementKnowsWhatItReplaces() {
        ChangeRequest request = asking.open(ALICE, replaced("existing", D)).request();
        assertThat(request.changes().getFirst().change())
                .isEqualTo(new Change.PutInlinePolicy(APP, "existing", D, Optional.of(LIVE)));
    }

    @Test
    void C07_aReplacementOfNothingIsRefused() {
        asking.invalid("policy_name", replaced("ghost", D));
    }

    @Test
    void C08_C09_aDeletionKnowsWhatItDeletesAndNeedsIt() {
        ChangeRequest request =
                asking.open(ALICE, new AskedChange.DeletedPolicy(APP, "existing")).request();
        assertThat(request.changes().getFirst().change())
                .isEqualTo(new Change.DeleteInlinePolicy(APP, "existing", LIVE));
    }

    @Test
    void aPolicyIsForNobodyInParticularSoThatNobodyIsKeptFromDecidingIt() {
        RequestDraft draft =
                new RequestDraft(
                        List.of(replaced("existing", D)),
                        Optional.of(new UserId("carol@example.com")),
                        "for ticket 17",
                        false,
                        Optional.empty(),
                        false);

        Problem.Invalid problem =
                (Problem.Invalid)
                        problem(
                                Problem.Invalid.class,
                                () -> fixture.opening().handle(ALICE, draft));

        assertThat(problem.field()).isEqualTo("beneficiary");
    }

    @Test
    void aDeletionOfNothingIsRefused() {
        asking.invalid("policy_name", new AskedChange.DeletedPolicy(APP, "ghost"));
    }

    @Test
    void illegalPolicyNamesAreRefused() {
        for (String name : List.of("", "a b", "a<b", "a/b", "\u00fc", "x".repeat(129))) {
            asking.invalid("policy_name", newPolicy(name));
        }
    }

    @Test
    void aDocumentThatAwsWouldRefuseIsRefused() {
        asking.invalid("policy_document", putting("long", document("s3:GetObject", 400)));
        fixture.policies.has(APP, "big", document("s3:GetObject", 300));
        asking.invalid("policy_document", putting("second", document("s3:GetObject", 100)));
        assertThat(asking.open(ALICE, putting("small", document("s3:GetObject", 10))).stored())
                .isTrue();
    }

    @Test
    void theRiskOfADocumentDecidesWhichRuleGoverns() {
        fixture.configure(
                """
                approval_rules:
                - name: administrators need two
                  match: {kinds: [inline_policy], risk: [high]}
                  who_may_ask: [everybody]
                  approvers: [security]
                  needed: 2
                """);
        assertThat(asking.open(ALICE, putting("a", document("*", 1))).rule().name())
                .isEqualTo("administrators need two");
        assertThat(asking.open(ALICE, putting("b", document("s3:GetObject", 1))).rule().name())
                .isEqualTo("policy administrators");
    }

    private static AskedChange putting(String name, PolicyDocument document) {
        return new AskedChange.NewPolicy(APP, Optional.of(name), document);
    }

    /** Allows an action on so many buckets; a bucket takes some 30 characters. */
    private static PolicyDocument document(String action, int buckets) {
        String resources =
                IntStream.range(0, buckets)
                        .mapToObj(i -> "\"arn:aws:s3:::acme-logs-%06d\"".formatted(i))
                        .collect(Collectors.joining(","));
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\""
                        + action
                        + "\",\"Resource\":["
                        + (action.equals("*") ? "\"*\"" : resources)
                        + "]}]}");
    }
}
