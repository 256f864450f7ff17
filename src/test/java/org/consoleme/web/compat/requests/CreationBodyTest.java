package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreationBodyTest {
    private static final RoleArn APP = RoleArn.parse("arn:aws:iam::410000000017:role/app");
    private static final String PRINCIPAL =
            "\"principal\":{\"principal_type\":\"AwsResource\",\"principal_arn\":\"" + APP + "\"}";
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                    + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::acme-logs/*\"}]}";
    private static final String POLICY = "\"policy\":{\"policy_document\":" + DOCUMENT + "}";
    private static final String C01 =
            "{\"change_type\":\"inline_policy\",\"action\":\"attach\","
                    + PRINCIPAL
                    + ","
                    + POLICY
                    + "}";

    @Test
    void policyC01_aNewPolicyIsAskedForByItsExactText() {
        RequestDraft draft = read(C01);

        assertThat(draft.dryRun()).isFalse();
        assertThat(draft.approveAtOnce()).isFalse();
        assertThat(draft.justification()).isEqualTo("why");
        assertThat(draft.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        AskedChange.NewPolicy.class,
                        put -> {
                            assertThat(put.role()).isEqualTo(APP);
                            assertThat(put.name()).isEmpty();
                            assertThat(put.document().text()).isEqualTo(DOCUMENT);
                        });
    }

    @Test
    void theRecordedBodyOfConsoleMesPagesIsUnderstood() {
        RequestDraft draft =
                CreationBody.read(
                        Bodies.json(Bodies.recorded("145-request-dry-run", "/request/body")));

        assertThat(draft.dryRun()).isTrue();
        assertThat(draft.justification()).isEqualTo("monthly report");
        assertThat(draft.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        AskedChange.NewPolicy.class,
                        put -> assertThat(put.name()).contains("lake-reports"));
    }

    @Test
    void theAliasesOfPydanticAreUnderstood() {
        RequestDraft draft =
                CreationBody.read(
                        Bodies.json(
                                """
                                {"Changes": {"Changes": [{"ChangeType": "inline_policy", "Action": "attach", "PolicyName": "x",
                                  "Principal": {"PrincipalType": "AwsResource", "PrincipalArn": "%s"},
                                  "Policy": {"PolicyDocument": %s}}]}, "DryRun": true}
                                """
                                        .formatted(APP, DOCUMENT)));

        assertThat(draft.dryRun()).isTrue();
        assertThat(((AskedChange.NewPolicy) draft.changes().getFirst()).name())
                .isEqualTo(Optional.of("x"));
    }

    @Test
    void policyC02_aPolicyThatEndsByItselfIsRefusedRatherThanForgotten() {
        invalid(
                with(C01, "\"expiration_date\":20300131"),
                "changes.changes[0].expiration_date",
                "end by themselves");
    }

    @Test
    void policyC06_whatTakesAPolicysPlaceNamesIt() {
        assertThat(read(with(C01, "\"new\":false,\"policy_name\":\"existing\"")).changes())
                .singleElement()
                .isInstanceOf(AskedChange.ReplacedPolicy.class);
        invalid(with(C01, "\"new\":false"), "changes.changes[0].policy_name", "which");
    }

    @Test
    void policyC08_detachNeedsNoDocument() {
        String detach =
                "{\"change_type\":\"inline_policy\",\"action\":\"detach\",\"new\":false,"
                        + "\"policy_name\":\"existing\","
                        + PRINCIPAL
                        + "}";

        assertThat(read(detach).changes())
                .containsExactly(new AskedChange.DeletedPolicy(APP, "existing"));
        assertThat(read(with(detach, "\"policy\":{\"deleted\":true}")).changes())
                .as("ConsoleMe's pages send this along")
                .containsExactly(new AskedChange.DeletedPolicy(APP, "existing"));
    }

    @Test
    void policyC09_detachOfANewPolicyIsRefused() {
        invalid(
                "{\"change_type\":\"inline_policy\",\"action\":\"detach\",\"policy_name\":\"x\","
                        + PRINCIPAL
                        + "}",
                "changes.changes[0].new",
                "false");
    }

    @Test
    void policyC13_oneRequestIsOfOnePrincipal() {
        invalid(C01 + "," + C01.replace("role/app", "role/other"), "changes.changes", "principal");
        invalid("", "changes.changes", "1 to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "managed_policy",
                "permissions_boundary",
                "assume_role_policy",
                "managed_policy_resource",
                "resource_policy",
                "resource_tag",
                "generic_file"
            })
    void policyC14_aTypeThatCannotBeAskedForYetSaysWhatCan(String type) {
        invalid(
                C01.replace("inline_policy", type),
                "changes.changes[0].change_type",
                "inline_policy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "inline_policyX", "sts_resource_policy", ""})
    void policyC14_anUnknownTypeIsRefused(String type) {
        invalid(C01.replace("inline_policy", type), "changes.changes[0].change_type", "");
    }

    @Test
    void policyC14_aMissingTypeIsRefused_b28() {
        invalid(C01.replace("change_type", "id"), "changes.changes[0].change_type", "missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:s3:::acme-logs", "*", "arn:aws:iam::41:role/app", ""})
    void policyC15_otherPrincipalsThanRolesAreRefused(String arn) {
        invalid(
                C01.replace(APP.toString(), arn),
                "changes.changes[0].principal.principal_arn",
                "role");
    }

    @Test
    void policyC19_whatTheServerSaysIsNotTakenFromAClient_b14() {
        assertThat(
                        read(with(
                                        C01,
                                        "\"status\":\"applied\",\"id\":\"mine\","
                                                + "\"autogenerated\":true"))
                                .changes())
                .isEqualTo(read(C01).changes());
    }

    @Test
    void policyA22_noActionIsRefused_b26() {
        invalid(C01.replace("\"attach\"", "null"), "changes.changes[0].action", "missing");
        invalid(C01.replace("attach", "atach"), "changes.changes[0].action", "attach or detach");
    }

    @Test
    void aMisspeltMemberOfAChangeIsRefused() {
        invalid(
                with(C01, "\"expiration_dat\":20300131"),
                "changes.changes[0].expiration_dat",
                "no such member");
    }

    @Test
    void policyC21_aDocumentThatIsNoneIsRefusedWithItsElement() {
        invalid(C01.replace(DOCUMENT, "{\"Statement\":\"x\"}"), "Statement", "");
        invalid(C01.replace(DOCUMENT, "[]"), "changes.changes[0].policy.policy_document", "object");
    }

    @Test
    void numbersOfADocumentKeepTheirDigits() {
        String document =
                DOCUMENT.replace(
                        "}]}",
                        ",\"Condition\":{\"NumericLessThan\":"
                                + "{\"s3:max-keys\":[0.10000000000000000000001,12345678901234567890]}}}]}");

        AskedChange.NewPolicy put =
                (AskedChange.NewPolicy) read(C01.replace(DOCUMENT, document)).changes().getFirst();

        assertThat(put.document().text()).isEqualTo(document);
    }

    @Test
    void halfACharacterIsRefused() {
        invalid(
                with(C01, "\"policy_name\":\"a\\ud800\""),
                "changes.changes[0].policy_name",
                "half");
    }

    private static RequestDraft read(String changes) {
        return CreationBody.read(
                Bodies.json(
                        "{\"changes\":{\"changes\":[" + changes + "]},\"justification\":\"why\"}"));
    }

    private static String with(String change, String members) {
        return change.substring(0, change.length() - 1) + "," + members + "}";
    }

    private static void invalid(String changes, String field, String reason) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> read(changes));
        assertThat(thrown).as("refused").isNotNull();
        assertThat(thrown.problem())
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> {
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.reason()).contains(reason);
                        });
    }
}
