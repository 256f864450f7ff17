package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.consoleme.policies.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCheckTest {
    private static final String LOGS = "arn:aws:s3:::logs/*";

    @Test
    void anOrdinaryDocumentHasNoFindings() {
        PolicyDocument document =
                Documents.allowing(List.of("s3:GetObject", "s3:PutObject", "s3:List*"), LOGS);
        assertThat(DocumentCheck.findings(document)).isEmpty();
        assertThat(DocumentCheck.risk(document)).isEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*:*"})
    void everythingOnEverythingIsAnAdministrator(String action) {
        assertThat(DocumentCheck.findings(Documents.allowing(List.of(action), "*")))
                .containsExactly(
                        new Finding(
                                Code.ADMINISTRATOR,
                                "Statement[0].Action",
                                "Allows every action on everything: whoever has it is an"
                                        + " administrator."));
    }

    @Test
    void anAdministratorIsSeenUnderOtherNames() {
        String everyService =
                ActionCatalogue.shipped().services().stream()
                        .map(service -> "\"" + service + ":*\"")
                        .collect(Collectors.joining(",", "[", "]"));
        assertThat(
                        codes(
                                Documents.of(
                                        "{\"Effect\":\"Allow\",\"Action\":"
                                                + everyService
                                                + ",\"Resource\":\"arn:*:*:*:*:*\"}")))
                .containsExactly(Code.ADMINISTRATOR);
        assertThat(codes(Documents.allowingAllBut(List.of("s3:DeleteBucket"), "*")))
                .containsExactly(Code.ADMINISTRATOR, Code.ALLOW_NOT_ACTION);
        assertThat(
                        codes(
                                Documents.of(
                                        "{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotResource\":\"arn:aws:s3:::x\"}")))
                .containsExactly(Code.ADMINISTRATOR, Code.ALLOW_NOT_RESOURCE);
    }

    @Test
    void anAdministratorInManyStatementsIsOneAllTheSame() {
        PolicyDocument document =
                Documents.of(
                        ActionCatalogue.shipped().services().stream()
                                .map(
                                        service ->
                                                "{\"Effect\":\"Allow\",\"Action\":\""
                                                        + service
                                                        + ":*\",\"Resource\":\"*\"}")
                                .toArray(String[]::new));
        assertThat(codes(document)).contains(Code.ADMINISTRATOR);
    }

    @Test
    void allOfIamIsAsGoodAsEverything() {
        PolicyDocument document = Documents.allowing(List.of("iam:*"), "*");
        assertThat(codes(document))
                .startsWith(Code.IAM_ADMINISTRATOR)
                .contains(Code.SERVICE_WILDCARD);
        assertThat(DocumentCheck.risk(document)).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @CsvSource({
        "iam:CreatePolicyVersion, arn:aws:iam::200000000002:policy/x",
        "iam:PassRole,            arn:aws:iam::200000000002:role/x",
        "iam:attachrolepolicy,    arn:aws:iam::200000000002:role/x",
        "iam:Put*Policy,          *",
        "iam:Upd?teAssumeRolePolicy, arn:aws:iam::*:role/x",
        "sts:AssumeRole,          *",
        "sts:AssumeRole,          arn:aws:iam::200000000002:role/*",
        "lambda:UpdateFunctionCode, arn:aws:lambda:eu-west-1:200000000002:function:*",
        "ssm:SendCommand,         arn:aws:ec2:*:*:instance/*",
    })
    void waysToBecomeMoreAreHighRisk(String action, String resource) {
        PolicyDocument document = Documents.allowing(List.of(action), resource);
        assertThat(codes(document)).contains(Code.PRIVILEGE_ESCALATION);
        assertThat(DocumentCheck.risk(document)).isEqualTo(Risk.HIGH);
    }

    @Test
    void anEscalationSaysWhy() {
        assertThat(
                        DocumentCheck.findings(
                                Documents.allowing(
                                        List.of("iam:PassRole"),
                                        "arn:aws:iam::200000000002:role/x")))
                .containsExactly(
                        new Finding(
                                Code.PRIVILEGE_ESCALATION,
                                "Statement[0].Action",
                                "iam:PassRole: can hand roles to services, and so act with their"
                                        + " rights."));
    }

    @Test
    void codeInOneFunctionIsLessThanInAll() {
        PolicyDocument document =
                Documents.allowing(
                        List.of("lambda:UpdateFunctionCode"),
                        "arn:aws:lambda:eu-west-1:200000000002:function:mine");
        assertThat(codes(document)).containsExactly(Code.PRIVILEGE_ESCALATION_LIMITED);
        assertThat(DocumentCheck.risk(document)).isEqualTo(Risk.MEDIUM);
    }

    @Test
    void manyThingsOfAnotherKindMakeItNoWorse() {
        assertThat(
                        codes(
                                Documents.allowing(
                                        List.of("lambda:UpdateFunctionCode", "sts:AssumeRole"),
                                        LOGS,
                                        "arn:aws:iam::200000000002:role/reader",
                                        "arn:aws:lambda:eu-west-1:200000000002:function:mine")))
                .containsExactly(Code.PRIVILEGE_ESCALATION_LIMITED);
    }

    @Test
    void manyWaysAreSummedUpUnderTheWorst() {
        List<Finding> findings =
                DocumentCheck.findings(Documents.allowing(List.of("iam:*Policy"), "*"));
        assertThat(findings)
                .filteredOn(finding -> finding.code() == Code.PRIVILEGE_ESCALATION)
                .hasSize(9)
                .last()
                .extracting(Finding::sentence)
                .asString()
                .endsWith("more actions by which one can become more than one is.");
    }

    @Test
    void assumingNamedRolesIsOrdinary() {
        assertThat(
                        DocumentCheck.findings(
                                Documents.allowing(
                                        List.of("sts:AssumeRole"),
                                        "arn:aws:iam::200000000002:role/reader")))
                .isEmpty();
    }

    @Test
    void anEscalationOnResourcesOfAnotherServiceIsNone() {
        assertThat(codes(Documents.allowing(List.of("*"), LOGS)))
                .containsExactly(Code.SERVICE_WILDCARD);
    }

    @Test
    void passingARoleAndStartingSomethingWithItAreSeenTogether() {
        PolicyDocument document =
                Documents.of(
                        "{\"Effect\":\"Allow\",\"Action\":\"iam:PassRole\",\"Resource\":\"arn:aws:iam::200000000002:role/x\"}",
                        "{\"Effect\":\"Allow\",\"Action\":\"lambda:CreateFunction\",\"Resource\":\"arn:aws:lambda:eu-west-1:200000000002:function:x\"}");
        assertThat(DocumentCheck.findings(document))
                .extracting(Finding::sentence)
                .contains(
                        "iam:PassRole together with lambda:CreateFunction: can start something of"
                                + " its own with a role that it passes, and so become that role.");
    }

    @Test
    void wideGrantsAreNamed() {
        assertThat(DocumentCheck.findings(Documents.allowing(List.of("s3:PutObject*"), "*")))
                .extracting(Finding::code, Finding::where)
                .containsExactly(
                        tuple(Code.PERMISSIONS_EVERYWHERE, "Statement[0].Resource"),
                        tuple(Code.WRITE_EVERYWHERE, "Statement[0].Resource"));
        assertThat(codes(Documents.allowing(List.of("s3:PutObject"), "arn:aws:s3:::*")))
                .containsExactly(Code.WRITE_EVERYWHERE);
        assertThat(codes(Documents.allowing(List.of("s3:*"), LOGS)))
                .containsExactly(Code.SERVICE_WILDCARD);
        assertThat(codes(Documents.allowing(List.of("s3:GetObject"), "*"))).isEmpty();
    }

    @Test
    void whatIsDeniedIsNoRisk() {
        assertThat(DocumentCheck.findings(Documents.denying(List.of("*"), "*"))).isEmpty();
        assertThat(DocumentCheck.findings(Documents.denying(List.of("iam:PassRole"), "*")))
                .isEmpty();
    }

    @Test
    void everyActionThatChecksSpeakOfExists() {
        assertThat(Escalation.ALL)
                .allSatisfy(
                        escalation ->
                                assertThat(
                                                ActionCatalogue.shipped()
                                                        .find(escalation.action())
                                                        .map(Action::toString))
                                        .contains(escalation.action()));
    }

    private static List<Code> codes(PolicyDocument document) {
        return DocumentCheck.findings(document).stream().map(Finding::code).toList();
    }
}
