package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.testing.RunningStack;
import org.consoleme.testing.WeepClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 11 of weep's contract: roles, links and search. */
class WeepRolesIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final SignedInWeep SIGNED_IN = new SignedInWeep(STACK);

    private final WeepTerminal terminal = SIGNED_IN.terminal();
    private final WeepClient weep = terminal.weep();
    private final WeepClient anonymous = terminal.anonymous();

    @Test
    void rl01_rl05_rl07_theListIsSortedAndNamesAccountAndPath() {
        List<String> arns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode role : list()) {
            arns.add(role.path("arn").textValue());
            names.add(role.path("role_name").textValue());
            assertThat(role.path("account_id").isTextual()).isTrue();
            assertThat(role.path("account_friendly_name").isTextual()).isTrue();
            assertThat(role.path("arn").textValue())
                    .endsWith(":role/" + role.path("role_name").textValue());
            assertThat(role.path("apps").path("app_details").isArray()).isTrue();
        }

        assertThat(arns).isSorted();
        assertThat(names).contains("Alpha", "AlphaBeta", "path/Gamma", "SvcInstanceProfile");
    }

    /** weep filters by itself: {@code -a} by number or name, {@code -i} by the end of the ARN. */
    @Test
    void rl02_whatWeepFiltersByIsThere() {
        String number = STACK.account(WeepTerminal.FIRST_ACCOUNT);
        List<String> byNumber = new ArrayList<>();
        List<String> byName = new ArrayList<>();
        List<String> profiles = new ArrayList<>();
        for (JsonNode role : list()) {
            String arn = role.path("arn").textValue();
            if (role.path("account_id").textValue().equals(number)) {
                byNumber.add(arn);
            }
            if (role.path("account_friendly_name").textValue().equals(WeepTerminal.FIRST_ACCOUNT)) {
                byName.add(arn);
            }
            if (arn.endsWith("InstanceProfile")) {
                profiles.add(arn);
            }
        }

        assertThat(byNumber).isNotEmpty().isEqualTo(byName);
        assertThat(profiles).singleElement().asString().endsWith(":role/SvcInstanceProfile");
    }

    /** The released weep asks for the first version, its successor for the second. */
    @Test
    void rl06_bothListsAgree() {
        List<String> second = new ArrayList<>();
        list().forEach(role -> second.add(role.path("arn").textValue()));

        assertThat(terminal.roles()).isNotEmpty().isEqualTo(second);
    }

    @Test
    void rl08_rl13_aRolesLinkIsAPath() {
        String number = STACK.account(WeepTerminal.FIRST_ACCOUNT);

        assertThat(url(terminal.role(":role/Alpha")))
                .isEqualTo("/policies/edit/" + number + "/iamrole/Alpha");
    }

    /** 7.7: the account is in the ARN, or the link cannot be had. */
    @ParameterizedTest
    @CsvSource({
        "arn:aws:sns:eu-west-1:{account}:alerts, /policies/edit/{account}/sns/eu-west-1/alerts",
        "arn:aws:sqs:us-east-1:{account}:invoices, /policies/edit/{account}/sqs/us-east-1/invoices",
        "arn:aws:iam::{account}:policy/guard/example, /policies/edit/{account}/managed_policy/example",
        "arn:aws:iam::{account}:user/machines/bot, /policies/edit/{account}/iamuser/bot"
    })
    void rl09_aResourcesLinkOpensAPage(String arn, String path) {
        String number = STACK.account(WeepTerminal.FIRST_ACCOUNT);
        String url = url(arn.replace("{account}", number));

        assertThat(url).isEqualTo(path.replace("{account}", number));
        WeepClient.Answer page = anonymous.get(url);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).contains("<html");
    }

    @Test
    void rl09_aFunctionsLinkLeadsThroughSignInToTheAwsConsole() {
        String number = STACK.account(WeepTerminal.FIRST_ACCOUNT);

        assertThat(url("arn:aws:lambda:eu-west-1:" + number + ":function:invoice-mailer"))
                .startsWith("/role/" + number + "?redirect=https://console.aws.amazon.com/lambda/")
                .contains("region=eu-west-1", "%23", "invoice-mailer")
                .doesNotContain("#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:s3:::unknown-100%d",
                "arn:aws:foo:::bar",
                "arn:aws:sns:eu-west-1:999999999999:alerts",
                "arn:aws:sqs:eu-west-1::x",
                "x"
            })
    void rl10_rl11_unknownArnsGetAMessageThatGoCanFormat(String arn) {
        WeepClient.Answer answer =
                weep.get("/api/v2/get_resource_url?arn=" + WeepClient.escape(arn));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("errors").get(0).textValue())
                .isNotBlank()
                .doesNotContain("%");
    }

    /** What {@code weep console} opens: a page, whose one question is {@code role_login}. */
    @Test
    void rl14_rl15_theBrowserIsSignedInToTheOneRoleOrChooses() {
        Person engineer = Person.engineer(STACK.server());
        String alpha = terminal.role(":role/Alpha");
        for (String words : List.of(alpha, "path/Gamma")) {
            WeepClient.Answer page = anonymous.get("/role/" + words);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.response().body()).contains("<html");
            assertThat(engineer.get("/api/v2/role_login/" + words).must(200).body())
                    .contains("console_login");
        }
        assertThat(
                        engineer.get(
                                        "/api/v2/role_login/"
                                                + STACK.account(WeepTerminal.FIRST_ACCOUNT))
                                .must(200)
                                .body())
                .contains("multiple_roles");
    }

    @Test
    void rl16_aRoleForTheCliAloneIsNotFoundByTheBrowser() {
        Reply answer = Person.engineer(STACK.server()).get("/api/v2/role_login/SvcInstanceProfile");

        assertThat(answer.must(404).json().path("type").textValue()).isEqualTo("error");
    }

    @Test
    void rl17_accountTitlesEndInTheNumberInBrackets() {
        JsonNode titles =
                weep.get("/api/v1/policies/typeahead?limit=1000&resource=account&search=").json();

        assertThat(titles).isNotEmpty();
        titles.forEach(
                title ->
                        assertThat(title.path("title").textValue())
                                .matches("[^()]+ \\([0-9]{12}\\)"));
    }

    @Test
    void rl19_theSecondStepOfSearchFindsTheRolesOfAnAccount() {
        String prefix = "arn:aws:iam::" + STACK.account(WeepTerminal.FIRST_ACCOUNT) + ":role/al";
        List<String> found = new ArrayList<>();
        weep.get(
                        "/api/v1/policies/typeahead?limit=5000&resource=iam_arn&search="
                                + WeepClient.escape(prefix))
                .json()
                .forEach(title -> found.add(title.path("title").textValue()));

        assertThat(found)
                .containsExactly(terminal.role(":role/Alpha"), terminal.role(":role/AlphaBeta"));
    }

    @Test
    void rl20_bi08_noMatchIsAnEmptyListAndAPatternIsText() {
        WeepClient.Answer answer =
                weep.get("/api/v1/policies/typeahead?limit=5&resource=account&search=.%2A%28");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.json()).isEmpty();
    }

    private JsonNode list() {
        return weep.get("/api/v2/get_roles?all=true").json().path("data").path("roles");
    }

    private String url(String arn) {
        WeepClient.Answer answer =
                weep.get("/api/v2/get_resource_url?arn=" + WeepClient.escape(arn));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("data").path("url").textValue();
    }
}
