package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consoleme.policies.Finding.Code;
import org.consoleme.policies.Finding.Level;
import org.junit.jupiter.api.Test;

/** What is mistaken rather than risky, and how much of it is shown. */
class DocumentCheckMistakesTest {
    private static final String LOGS = "arn:aws:s3:::logs/*";

    @Test
    void unknownNamesAreNamedWithTheNearest() {
        PolicyDocument document =
                Documents.denying(
                        List.of("s3:GetObjct", "lamda:InvokeFunction", "s3:Frob*", "xyzzy:Get"),
                        LOGS);
        assertThat(DocumentCheck.findings(document))
                .extracting(Finding::code, Finding::sentence)
                .containsExactlyInAnyOrder(
                        tuple(
                                Code.UNKNOWN_ACTION,
                                "No action that is known is called s3:GetObjct. Was s3:GetObject"
                                        + " meant?"),
                        tuple(
                                Code.UNKNOWN_SERVICE,
                                "No service that is known has the prefix of lamda:InvokeFunction."
                                        + " Was lambda:InvokeFunction meant?"),
                        tuple(Code.UNKNOWN_ACTION, "No action that is known matches s3:Frob*."),
                        tuple(
                                Code.UNKNOWN_SERVICE,
                                "No service that is known has the prefix of xyzzy:Get."));
    }

    @Test
    void anActionWithoutResourcesNeedsTheStar() {
        assertThat(codes(Documents.allowing(List.of("ec2:DescribeInstances"), LOGS)))
                .containsExactly(Code.NO_SUCH_RESOURCE);
        assertThat(codes(Documents.allowing(List.of("ec2:DescribeInstances"), LOGS, "*")))
                .isEmpty();
        assertThat(codes(Documents.allowing(List.of("s3:ListAllMyBuckets"), "arn:aws:s3:::*")))
                .isEmpty();
    }

    @Test
    void conditionOperatorsAreChecked() {
        String statement =
                "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\",\"Condition\":{\"%s\":{\"a:b\":\"c\"}}}";
        assertThat(DocumentCheck.findings(Documents.of(statement.replace("%s", "StringLikes"))))
                .containsExactly(
                        new Finding(
                                Code.UNKNOWN_OPERATOR,
                                "Statement[0].Condition",
                                "There is no condition operator \"StringLikes\"."));
        for (String operator : List.of("ForAnyValue:StringLikeIfExists", "Null", "IpAddress")) {
            assertThat(codes(Documents.of(statement.replace("%s", operator)))).isEmpty();
        }
    }

    @Test
    void theVersionIsLookedAt() {
        String text = Documents.allow("s3:GetObject", "arn:aws:s3:::${aws:username}/x");
        assertThat(codes(PolicyDocument.parse(text))).isEmpty();
        assertThat(codes(PolicyDocument.parse(text.replace("\"Version\":\"2012-10-17\",", ""))))
                .containsExactly(Code.VARIABLES_NOT_READ, Code.VERSION_MISSING);
        assertThat(codes(PolicyDocument.parse(text.replace("2012-10-17", "2008-10-17"))))
                .containsExactly(Code.VARIABLES_NOT_READ, Code.VERSION_OLD);
    }

    @Test
    void whatIsTooLongForAwsIsAnError() {
        String[] resources =
                IntStream.range(0, 500)
                        .mapToObj(i -> "arn:aws:s3:::bucket-" + i + "/*")
                        .toArray(String[]::new);
        List<Finding> findings =
                DocumentCheck.findings(Documents.allowing(List.of("s3:GetObject"), resources));
        assertThat(findings).extracting(Finding::code).containsExactly(Code.TOO_LONG);
        assertThat(findings).extracting(Finding::level).containsExactly(Level.ERROR);
    }

    @Test
    void manyFindingsDoNotHideTheWorst() {
        String mistakes =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "\"s3:Mistake" + i + "\"")
                        .collect(Collectors.joining(","));
        PolicyDocument document =
                Documents.of(
                        "{\"Effect\":\"Allow\",\"Action\":[" + mistakes + "],\"Resource\":\"*\"}",
                        "{\"Effect\":\"Allow\",\"Action\":\"iam:PassRole\",\"Resource\":\"*\"}");
        List<Finding> findings = DocumentCheck.findings(document);
        assertThat(findings).hasSize(51);
        assertThat(findings.getFirst().code()).isEqualTo(Code.PRIVILEGE_ESCALATION);
        assertThat(findings.getLast().code()).isEqualTo(Code.MORE);
        assertThat(DocumentCheck.risk(document)).isEqualTo(Risk.HIGH);
    }

    @Test
    void aDocumentFullOfPatternsIsCheckedInTime() {
        String patterns =
                IntStream.range(0, 4_500)
                        .mapToObj(i -> "\"ec2:*" + (char) ('a' + i % 26) + "*" + i % 10 + "*\"")
                        .collect(Collectors.joining(","));
        PolicyDocument document =
                Documents.of(
                        "{\"Effect\":\"Allow\",\"Action\":[" + patterns + "],\"Resource\":\"*\"}");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(codes(document)).isNotEmpty());
    }

    private static List<Code> codes(PolicyDocument document) {
        return DocumentCheck.findings(document).stream().map(Finding::code).toList();
    }
}
