package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consoleme.it.PolicyRequests.name;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What ConsoleMe's clients may ask for and this server has no kind of change for: refused with the
 * element that says so, before anything is stored or told.
 */
class UnbuiltChangesIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final String TYPE = "changes.changes[0].change_type: ";
    private static final String PRINCIPAL = "changes.changes[0].principal.";

    private final StoredTruth truth = StoredTruth.of(STACK);
    private final Person engineer = Person.engineer(STACK.server());
    private final String reason = "INC-" + UUID.randomUUID();
    private String role;

    @BeforeEach
    void findTheRole() {
        role = "arn:aws:iam::" + STACK.account("sandbox") + ":role/log-reader";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engineer.get("/api/v3/roles").must(200).body().contains(role));
    }

    static Stream<Arguments> unbuilt() {
        return Stream.of(
                Arguments.of(
                        "policyT09 C26 C27: a policy on a template",
                        template("roles/app.yaml", "inline_policy"),
                        PRINCIPAL + "principal_type: "),
                Arguments.of(
                        "policyT09: a template's file",
                        template("roles/app.yaml", "generic_file"),
                        TYPE),
                Arguments.of(
                        "policyC28: a path out of the repository",
                        template("../../x", "inline_policy"),
                        PRINCIPAL + "principal_type: "),
                Arguments.of(
                        "policyC10: a managed policy",
                        change(
                                "managed_policy",
                                "\"action\":\"attach\",\"arn\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\""),
                        TYPE),
                Arguments.of(
                        "policyC11: a boundary",
                        change(
                                "permissions_boundary",
                                "\"action\":\"detach\",\"arn\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\""),
                        TYPE),
                Arguments.of(
                        "policyC12: a trust policy",
                        change("assume_role_policy", "\"policy\":{\"policy_document\":{}}"),
                        TYPE),
                Arguments.of(
                        "policyC16 C17: a managed policy itself",
                        change(
                                "managed_policy_resource",
                                "\"new\":true,\"arn\":\"a\",\"action\":\"attach\""),
                        TYPE),
                Arguments.of(
                        "policyC18: a key's policy",
                        change(
                                "resource_policy",
                                "\"arn\":\"arn:aws:kms:eu-west-1:410000000017:key/k\""),
                        TYPE),
                Arguments.of(
                        "policyA07: a tag",
                        change("resource_tag", "\"key\":\"z\",\"tag_action\":\"create\""),
                        TYPE),
                Arguments.of(
                        "policyA03: a user's policy",
                        new PolicyRequests("arn:aws:iam::410000000017:user/team/build")
                                .attach(name()),
                        PRINCIPAL + "principal_arn: "));
    }

    private static String template(String path, String type) {
        String change = new PolicyRequests("ROLE").attach(name()).replace("inline_policy", type);
        String principal = "{\"principal_type\":\"AwsResource\",\"principal_arn\":\"ROLE\"}";
        return change.replace(
                principal,
                """
                {"principal_type":"HoneybeeAwsResourceTemplate",
                "repository_name":"templates","resource_identifier":"%s",
                "resource_url":"https://git.example.com/templates"}"""
                        .formatted(path));
    }

    private static String change(String type, String members) {
        return "{\"principal\":{\"principal_type\":\"AwsResource\",\"principal_arn\":\"ROLE\"},"
                + "\"change_type\":\""
                + type
                + "\","
                + members
                + "}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unbuilt")
    void whatIsNotBuiltIsRefusedAndNeitherStoredNorTold(
            String which, String change, String element) {
        for (String flag : List.of("", "\"dry_run\":true,", "\"admin_auto_approve\":true,")) {
            Reply reply = ask(flag, change);

            assertThat(reply.status()).as("%s: %s", which, reply).isEqualTo(400);
            assertThat(reply.json().path("message").asText()).as(which).startsWith(element);
        }
        assertThat(truth.requestsFor(reason)).isZero();
        assertThat(STACK.twin().workspace().messages().all())
                .noneMatch(message -> STACK.twin().draw(message).contains(reason));
    }

    /** That the test above would see it. */
    @Test
    void whatIsBuiltIsStoredAndTold() {
        ask("", new PolicyRequests("ROLE").attach(name())).must(200);

        assertThat(truth.requestsFor(reason)).isOne();
        SlackChair.card(STACK.twin(), reason, "Waiting");
    }

    private Reply ask(String flag, String change) {
        return engineer.post(
                "/api/v2/request",
                PolicyRequests.body(change)
                        .replace("ROLE", role)
                        .replace("for a test", reason)
                        .replaceFirst("\\{", "{" + flag));
    }
}
