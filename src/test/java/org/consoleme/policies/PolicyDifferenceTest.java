package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consoleme.policies.LineDifference.Kind;
import org.junit.jupiter.api.Test;

class PolicyDifferenceTest {
    private static final String LOGS = "arn:aws:s3:::logs/*";
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:200000000002:jobs";

    @Test
    void aNewDocumentAddsAllItSays() {
        PolicyDocument after =
                Documents.allowing(
                        List.of("s3:GetObject", "s3:PutObject"),
                        "arn:aws:s3:::a",
                        "arn:aws:s3:::a/*",
                        "arn:aws:s3:::b/*",
                        QUEUE);
        PolicyDifference difference =
                PolicyDifference.between(Optional.empty(), Optional.of(after));
        assertThat(difference.added()).isEqualTo(after.statements());
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.lines())
                .containsExactly(
                        "Adds Write and Read to 2 buckets, 1 queue: s3:PutObject, s3:GetObject");
        assertThat(difference.rows()).isNotEmpty().allMatch(row -> row.kind() == Kind.ADDED);
    }

    @Test
    void aDocumentThatGoesRemovesAllItSaid() {
        PolicyDocument before = Documents.allowing(List.of("s3:GetObject"), LOGS);
        PolicyDifference difference =
                PolicyDifference.between(Optional.of(before), Optional.empty());
        assertThat(difference.removed()).isEqualTo(before.statements());
        assertThat(difference.lines())
                .containsExactly("Removes Read to arn:aws:s3:::logs/*: s3:GetObject");
        assertThat(difference.rows()).allMatch(row -> row.kind() == Kind.REMOVED);
    }

    @Test
    void onlyTheNewActionsAreAdded() {
        assertThat(
                        lines(
                                Documents.allowing(List.of("s3:GetObject"), LOGS),
                                Documents.allowing(List.of("s3:getobject", "s3:PutObject"), LOGS)))
                .containsExactly("Adds Write to arn:aws:s3:::logs/*: s3:PutObject");
    }

    @Test
    void onlyTheNewResourcesAreAdded() {
        assertThat(
                        lines(
                                Documents.allowing(List.of("s3:GetObject"), LOGS),
                                Documents.allowing(
                                        List.of("s3:GetObject"), LOGS, "arn:aws:s3:::other/*")))
                .containsExactly("Adds Read to arn:aws:s3:::other/*: s3:GetObject");
    }

    @Test
    void actionsAndResourcesThatChangeTogetherAreToldApart() {
        PolicyDifference difference =
                PolicyDifference.between(
                        Optional.of(Documents.allowing(List.of("s3:GetObject"), LOGS)),
                        Optional.of(
                                Documents.allowing(
                                        List.of("s3:GetObject", "s3:DeleteObject"),
                                        "arn:aws:s3:::other/*")));
        assertThat(difference.lines())
                .containsExactly(
                        "Adds Write to arn:aws:s3:::other/*: s3:DeleteObject",
                        "Adds Read to arn:aws:s3:::other/*: s3:GetObject",
                        "Removes Read to arn:aws:s3:::logs/*: s3:GetObject");
    }

    @Test
    void whatAPatternCoveredIsNotNew() {
        assertThat(
                        lines(
                                Documents.allowing(List.of("s3:*"), LOGS, "arn:aws:s3:::a*"),
                                Documents.allowing(
                                        List.of("s3:*", "s3:PutObject"),
                                        LOGS,
                                        "arn:aws:s3:::a*",
                                        "arn:aws:s3:::abc/x")))
                .containsExactly("Changes names or layout, and no permission");
    }

    @Test
    void aPatternThatGrowsNarrowerLosesWhatItLoses() {
        PolicyDifference difference =
                PolicyDifference.between(
                        Optional.of(Documents.allowing(List.of("sqs:*Message"), QUEUE)),
                        Optional.of(Documents.allowing(List.of("sqs:SendMessage"), QUEUE)));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed().getFirst().actions().values())
                .contains("sqs:DeleteMessage", "sqs:ReceiveMessage")
                .doesNotContain("sqs:SendMessage", "sqs:*Message");
    }

    @Test
    void aWholeServiceIsNamed() {
        assertThat(
                        PolicyDifference.between(
                                        Optional.empty(),
                                        Optional.of(Documents.allowing(List.of("s3:*"), LOGS)))
                                .lines())
                .containsExactly("Adds every action of Amazon S3 on arn:aws:s3:::logs/*: s3:*");
    }

    @Test
    void denialsReadTheOtherWayRound() {
        PolicyDocument deny = Documents.denying(List.of("s3:DeleteBucket"), "*");
        PolicyDocument allow = Documents.allowing(List.of("s3:GetObject"), LOGS);
        assertThat(lines(allow, deny))
                .containsExactly(
                        "Denies Write to every resource: s3:DeleteBucket",
                        "Removes Read to arn:aws:s3:::logs/*: s3:GetObject");
        assertThat(lines(deny, allow))
                .containsExactly(
                        "No longer denies Write to every resource: s3:DeleteBucket",
                        "Adds Read to arn:aws:s3:::logs/*: s3:GetObject");
    }

    @Test
    void aChangedConditionIsAWholeChange() {
        String statement =
                "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"}}}";
        assertThat(
                        lines(
                                Documents.of(statement),
                                Documents.of(statement.replace("192.0.2.0/24", "0.0.0.0/0"))))
                .containsExactly(
                        "Adds Read to every resource under conditions on aws:SourceIp: s3:GetObject",
                        "Removes Read to every resource under conditions on aws:SourceIp:"
                                + " s3:GetObject");
    }

    @Test
    void exceptionsAreWholeChanges() {
        assertThat(
                        lines(
                                Documents.allowingAllBut(List.of("iam:*", "s3:*"), "*"),
                                Documents.allowingAllBut(List.of("iam:*"), "*")))
                .containsExactly(
                        "Adds everything but some actions on every resource, all but: iam:*",
                        "Removes everything but some actions on every resource, all but: iam:*,"
                                + " s3:*");
        assertThat(
                        lines(
                                Documents.allowingAllBut(List.of("iam:*", "S3:*"), "*"),
                                Documents.allowingAllBut(List.of("s3:*", "iam:*"), "*")))
                .containsExactly("Changes names or layout, and no permission");
    }

    @Test
    void theSameDocumentChangesNothing() {
        PolicyDocument document = Documents.allowing(List.of("s3:GetObject"), LOGS);
        PolicyDifference difference =
                PolicyDifference.between(Optional.of(document), Optional.of(document));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.lines()).containsExactly("Changes nothing");
        assertThat(difference.rows()).allMatch(row -> row.kind() == Kind.SAME);
        assertThat(PolicyDifference.between(Optional.empty(), Optional.empty()).rows()).isEmpty();
    }

    @Test
    void aNewVersionIsAChange() {
        PolicyDocument document = Documents.allowing(List.of("s3:GetObject"), LOGS);
        assertThat(
                        lines(
                                PolicyDocument.parse(
                                        document.text().replace("2012-10-17", "2008-10-17")),
                                document))
                .containsExactly("Changes Version from 2008-10-17 to 2012-10-17");
    }

    @Test
    void theGravestLineIsNeverAmongTheMore() {
        String[] statements =
                IntStream.range(0, 10)
                        .mapToObj(
                                i ->
                                        "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b"
                                                + i
                                                + "\",\"Condition\":{\"Bool\":{\"a:b"
                                                + i
                                                + "\":true}}}")
                        .toArray(String[]::new);
        statements[9] =
                "{\"Effect\":\"Allow\",\"Action\":\"iam:AttachRolePolicy\",\"Resource\":\"*\"}";
        List<String> words =
                PolicyDifference.between(Optional.empty(), Optional.of(Documents.of(statements)))
                        .words(4);
        assertThat(words)
                .hasSize(4)
                .startsWith("Adds Permissions management to every resource: iam:AttachRolePolicy")
                .endsWith("and 7 more");
    }

    @Test
    void aLongArnIsCutInALine() {
        String arn = "arn:aws:s3:::" + "x".repeat(1_000);
        assertThat(
                        lines(
                                Documents.denying(List.of("s3:Get*"), "*"),
                                Documents.allowing(List.of("s3:GetObject"), arn)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(300));
    }

    @Test
    void thousandsOfStatementsAreComparedInTime() {
        PolicyDocument before = crowd("ec2:*", 0);
        PolicyDocument after = crowd("ec2:RunInstances", 1);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(lines(before, after)).hasSizeGreaterThan(2));
    }

    private static PolicyDocument crowd(String action, int shift) {
        return Documents.of(
                IntStream.range(0, 700)
                        .mapToObj(
                                i ->
                                        "{\"Sid\":\""
                                                + i
                                                + "\",\"Effect\":\"Allow\",\"Action\":\""
                                                + action
                                                + "\",\"Resource\":\"arn:aws:s3:::"
                                                + (i + shift)
                                                + "\"}")
                        .collect(Collectors.toList())
                        .toArray(String[]::new));
    }

    private static List<String> lines(PolicyDocument before, PolicyDocument after) {
        return PolicyDifference.between(Optional.of(before), Optional.of(after)).lines();
    }
}
