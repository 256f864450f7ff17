package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consoleme.it.PolicyRequests.DOCUMENT;
import static org.consoleme.it.PolicyRequests.OTHER;
import static org.consoleme.it.PolicyRequests.ask;
import static org.consoleme.it.PolicyRequests.asked;
import static org.consoleme.it.PolicyRequests.body;
import static org.consoleme.it.PolicyRequests.name;
import static org.consoleme.it.PolicyRequests.status;
import static org.consoleme.it.PolicyRequests.stored;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
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
 * The cases of policy requests 8.4 that concern inline policies, through the server. {@code
 * log-reader} has the policy {@code logs}.
 */
class PolicyCreationIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private final Person engineer = Person.engineer(STACK.server()).at(this::node);
    private final Person approver = Person.approver(STACK.server()).at(this::node);
    private String role;
    private PolicyRequests policies;
    private SpokeAccount account;

    /** The server to which the next step goes. */
    URI node() {
        return STACK.server();
    }

    @BeforeEach
    void findTheRole() {
        account = SpokeAccount.of(STACK, "sandbox");
        role = "arn:aws:iam::" + account.id() + ":role/log-reader";
        policies = new PolicyRequests(role);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engineer.get("/api/v3/roles").must(200).body().contains(role));
    }

    @Test
    void policyC01_aRequestHasConsoleMesShape() {
        JsonNode created =
                ask(
                                engineer,
                                policies.change("attach", "", withDocument(DOCUMENT))
                                        .replace(",\"policy_name\":\"\"", ""))
                        .must(200)
                        .json();
        String id = created.path("request_id").asText();
        JsonNode change = created.at("/extended_request/changes/changes/0");

        assertThat(created.path("request_created").asBoolean()).isTrue();
        assertThat(created.path("request_url").asText()).isEqualTo("/policies/request/" + id);
        JsonNode request = created.path("extended_request");
        assertThat(request.path("request_status").asText()).isEqualTo("pending");
        assertThat(request.path("cross_account").asBoolean(true)).isFalse();
        assertThat(request.path("arn_url").asText())
                .isEqualTo("/policies/edit/" + account.id() + "/iamrole/log-reader");
        assertThat(request.path("approvers").toString()).isEqualTo("[]");
        assertThat(change.path("id").asText()).isEqualTo(id + "0");
        assertThat(change.path("policy_name").asText()).matches("cm_engineer_\\d{10}_[a-z]{4}");
        assertThat(change.path("status").asText()).isEqualTo("not_applied");
    }

    @Test
    void policyC06_aReplacementKnowsWhatItReplaces() {
        JsonNode created = ask(engineer, policies.replace("logs", DOCUMENT)).must(200).json();

        assertThat(created.at("/extended_request/changes/changes/0/old_policy/policy_document"))
                .isEqualTo(Reply.json(account.inlinePolicy("log-reader", "logs")));
    }

    @Test
    void policyC08_aDeletionNeedsNoDocument_b28() {
        assertThat(status(engineer, asked(engineer, policies.detach("logs")))).isEqualTo("pending");
    }

    static Stream<Arguments> refused() {
        PolicyRequests here = new PolicyRequests("ROLE");
        String document = withDocument(DOCUMENT);
        return Stream.of(
                Arguments.of("policyC04: an existing name as new", here.attach("logs")),
                Arguments.of("policyC07: a missing one replaced", here.replace("ghost", OTHER)),
                Arguments.of("policyC09: a deletion as new", here.change("detach", "logs", "")),
                Arguments.of(
                        "policyC13: two roles",
                        here.attach("a") + "," + new PolicyRequests("ROLES").attach("b")),
                Arguments.of("policyC13: nothing", ""),
                Arguments.of(
                        "policyC14: an unknown type b28",
                        here.attach("a").replace("inline_policy", "foo")),
                Arguments.of(
                        "policyC14: no type b28",
                        here.attach("a").replace("\"change_type\":\"inline_policy\",", "")),
                Arguments.of(
                        "policyC14: a type that is not there yet b32",
                        here.attach("a").replace("inline_policy", "sts_resource_policy")),
                Arguments.of(
                        "policyC14: a file of a template b30",
                        here.attach("a").replace("inline_policy", "generic_file")),
                Arguments.of(
                        "policyC15: a bucket",
                        new PolicyRequests("arn:aws:s3:::acme-logs").attach("a")),
                Arguments.of(
                        "policyC21: a text for a statement",
                        here.attach("a", "{\"Statement\":\"x\"}")),
                Arguments.of("policyC21: a list", here.attach("a", "[]")),
                Arguments.of(
                        "policyC21: brackets deep inside b21",
                        here.attach("a", DOCUMENT.replace("arn:aws:s3:::", "<bad>"))),
                Arguments.of(
                        "policyA22: no action b26",
                        here.attach("a").replace("\"action\":\"attach\"", "\"action\":null")),
                Arguments.of(
                        "policyT05: an end that is past",
                        here.change("attach", "a", document + expires("20200101"))),
                Arguments.of(
                        "policyT05: an end that is no date",
                        here.change("attach", "a", document + expires("20301399"))),
                Arguments.of(
                        "policyC02: an end, which is not there yet b20",
                        here.change("attach", "", document + expires("20300131"))),
                Arguments.of(
                        "policyC03: an end, and a name b20",
                        here.change("attach", "deploy", document + expires("20300131"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeIsRefusedWithItsReason(String which, String changes) {
        Reply reply =
                engineer.post(
                        "/api/v2/request",
                        body(
                                changes.replace("\"ROLES\"", "\"" + role + "s\"")
                                        .replace("\"ROLE\"", "\"" + role + "\"")));

        assertThat(reply.status()).as("%s: %s", which, reply).isEqualTo(400);
        assertThat(reply.json().path("message").asText()).as(which).isNotBlank();
    }

    @Test
    void policyC05_theSameDocumentIsNoChange() {
        String live = account.inlinePolicy("log-reader", "logs");

        assertThat(ask(engineer, policies.replace("logs", live)).status()).isEqualTo(400);
    }

    @Test
    void policyC15_aMissingRoleIsNotThere() {
        Reply reply = ask(engineer, new PolicyRequests(role + "-missing").attach("a"));

        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
    }

    @Test
    void policyC19_whatAClientSaysOfItsOwnChangeIsNotBelieved_b14() {
        String id =
                asked(
                        engineer,
                        policies.change(
                                "attach",
                                name(),
                                withDocument(DOCUMENT)
                                        + ",\"status\":\"applied\",\"id\":\"mine\",\"autogenerated\":true"));
        JsonNode change = stored(engineer, id).at("/changes/changes/0");

        assertThat(change.path("id").asText()).isEqualTo(id + "0");
        assertThat(change.path("status").asText()).isEqualTo("not_applied");
        assertThat(change.path("autogenerated").asBoolean()).isFalse();
    }

    @Test
    void policyC20_aDryRunKeepsNothing() {
        String reason = "INC-" + UUID.randomUUID();
        JsonNode planned =
                engineer.post(
                                "/api/v2/request",
                                with("dry_run", policies.attach(name()))
                                        .replace("for a test", reason))
                        .must(200)
                        .json();

        assertThat(planned.path("request_created").asBoolean(true)).isFalse();
        assertThat(planned.path("request_id").isNull()).isTrue();
        assertThat(StoredTruth.of(STACK).requestsFor(reason)).isZero();
    }

    @Test
    void policyC23C24_nobodyApprovesTheirOwnWhereNothingAllowsIt_b01_b10() {
        String name = name();
        String body = with("admin_auto_approve", policies.attach(name));

        assertThat(engineer.post("/api/v2/request", body).status()).isEqualTo(403);
        assertThat(approver.post("/api/v2/request", body).status()).isEqualTo(403);
        assertThat(engineer.post("/api/v2/requests", "{\"limit\":100}").body())
                .doesNotContain(name);
    }

    @Test
    void policyC29_aReasonIsWanted_b31() {
        String body = body(policies.attach(name())).replace("for a test", " ");

        assertThat(engineer.post("/api/v2/request", body).status()).isEqualTo(400);
    }

    @Test
    void policyA24_theToolsOwnRolesAndThoseOfServicesAreNotAskedFor_b16() {
        for (String own : new String[] {"ConsoleMeSpoke", "aws-service-role/x.amazonaws.com/Any"}) {
            String arn = "arn:aws:iam::" + account.id() + ":role/" + own;
            assertThat(ask(engineer, new PolicyRequests(arn).attach("a")).status())
                    .as(own)
                    .isEqualTo(403);
        }
    }

    private static String withDocument(String document) {
        return ",\"policy\":{\"policy_document\":" + document + "}";
    }

    private static String expires(String date) {
        return ",\"expiration_date\":" + date;
    }

    private static String with(String flag, String change) {
        return body(change).replaceFirst("\\{", "{\"" + flag + "\":true,");
    }
}
