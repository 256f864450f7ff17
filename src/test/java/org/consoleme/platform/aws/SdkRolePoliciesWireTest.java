package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.platform.aws.PoliciesOfApp.APP;
import static org.consoleme.platform.aws.PoliciesOfApp.BO;
import static org.consoleme.platform.aws.PoliciesOfApp.READ;

import java.util.Map;
import org.consoleme.inventory.IamCache;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.RolePolicies;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and changed of a role's policies, to the character. */
class SdkRolePoliciesWireTest {
    private final PoliciesOfApp app = new PoliciesOfApp();
    private final IamStub stub = app.stub;
    private final SdkRolePolicies policies = app.policies;

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void policyA01_anInlinePolicyIsPutWithItsExactText() {
        String text = READ.replace(",", " ,\n\t").replace(":[", " : [ ");

        policies.put(APP, "read", PolicyDocument.parse(text), BO);

        assertThat(stub.roles().policies(APP)).containsExactly(Map.entry("read", text));
        assertThat(stub.last("PutRolePolicy"))
                .containsEntry("RoleName", "app")
                .containsEntry("PolicyName", "read")
                .containsEntry("PolicyDocument", text);
    }

    @Test
    void policyA02_anInlinePolicyIsDeletedAndOneThatIsGoneIsNoError() {
        stub.roles().policies(APP).put("existing", READ);

        policies.delete(APP, "existing", BO);
        policies.delete(APP, "existing", BO);

        assertThat(stub.roles().policies(APP)).isEmpty();
        assertThat(stub.calls("DeleteRolePolicy")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                READ,
                "{\n  \"Version\" : \"2012-10-17\",\r\n\t\"Statement\":[{\"Action\" :\"*\",\"Effect\":\"Deny\",\"Resource\":\"*\" } ]\n}\n",
                "{\"Id\":\"a+b %2B 100% \u00fc \\u00fc *~'()!\",\"Statement\":{\"Action\":\"*\",\"Effect\":\"Deny\",\"Resource\":\"*\"}}"
            })
    void whatAwsHasIsReadToTheCharacter(String text) {
        stub.roles().policies(APP).put("p", text);

        assertThat(policies.inline(APP, "p", BO).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Statement\":7}", "no JSON"})
    void defectB06_whatCannotBeReadIsNotTakenForEmpty(String live) {
        stub.roles().policies(APP).put("p", live);

        assertThat(Problems.of(() -> policies.inline(APP, "p", BO)))
                .isInstanceOfSatisfying(
                        Problem.Refused.class,
                        refused ->
                                assertThat(refused.code())
                                        .startsWith("UnreadablePolicyDocument: "));
    }

    @Test
    void aRoleWithoutThatPolicyAndARoleThatIsNotThereAreTwoThings() {
        assertThat(policies.inline(APP, "none", BO).isPresent()).isFalse();

        RoleArn gone = RoleArn.parse("arn:aws:iam::200000000002:role/gone");
        assertThat(Problems.of(() -> policies.inline(gone, "p", BO)))
                .isEqualTo(new Problem.NotFound("role", gone.toString()));
        assertThat(Problems.of(() -> policies.othersSize(gone, "p", BO)))
                .isEqualTo(new Problem.NotFound("role", gone.toString()));
        assertThat(Problems.of(() -> policies.put(gone, "p", PolicyDocument.parse(READ), BO)))
                .isEqualTo(new Problem.NotFound("role", gone.toString()));
    }

    /** IAM knows it by its name alone, so a made-up path would get round what is ruled by path. */
    @Test
    void aRoleOfThatNameUnderAnotherPathIsNotTheOne() {
        RoleArn elsewhere = RoleArn.parse("arn:aws:iam::200000000002:role/harmless/app");

        assertThat(Problems.of(() -> policies.inline(elsewhere, "p", BO)))
                .isEqualTo(new Problem.NotFound("role", elsewhere.toString()));
    }

    @Test
    void theOtherPoliciesCountWithoutWhiteSpaceBetweenTheirWords() {
        stub.roles().policies(APP).put("a", READ.replace(",", " ,\n\t"));
        stub.roles().policies(APP).put("b", READ);
        stub.roles().policies(APP).put("c", "{ }");
        stub.roles().policies(APP).put("mine", READ);

        assertThat(policies.othersSize(APP, "mine", BO)).isEqualTo(2 * READ.length() + 3);
        assertThat(stub.calls("ListRolePolicies")).isEqualTo(2);
    }

    @Test
    void allPoliciesAreReadWithTheirTextsAndTheRoleIsTheOne() {
        stub.roles().policies(APP).put("b", READ.replace(",", " ,\n\t"));
        stub.roles().policies(APP).put("a", "no JSON");

        assertThat(policies.all(APP, BO))
                .containsExactly(
                        new RolePolicies.Live("a", "no JSON"),
                        new RolePolicies.Live("b", READ.replace(",", " ,\n\t")));
        RoleArn elsewhere = RoleArn.parse("arn:aws:iam::200000000002:role/harmless/app");
        assertThat(Problems.of(() -> policies.all(elsewhere, BO)))
                .isEqualTo(new Problem.NotFound("role", elsewhere.toString()));
    }

    @Test
    void aChangedRoleIsInTheCachesAtOnce() {
        stub.roles().policies(APP).put("read", READ);

        policies.refresh(APP, BO);

        IamCache.Entry entry = app.cache.of(APP.account()).get(APP.toString());
        assertThat(entry.owner()).contains("team@example.com");
        assertThat(entry.object().document())
                .startsWith("{\"Path\": \"/team/backend/\", \"RoleName\": \"app\"")
                .contains(
                        "\"InstanceProfileList\": [], \"RolePolicyList\": [{\"PolicyName\": \"read\"")
                .contains("\"Action\": \"s3:GetObject\"")
                .contains("\"AttachedManagedPolicies\": []")
                .contains("\"Tags\": [{\"Key\": \"owner\", \"Value\": \"team@example.com\"}]");
        assertThat(entry.object().role().orElseThrow().maxSession().toSeconds()).isEqualTo(7200);
    }
}
