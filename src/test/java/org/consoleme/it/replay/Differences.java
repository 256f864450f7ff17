package org.consoleme.it.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every wanted difference from the recording: the exchange's number, why, and what the answer must
 * be instead. D-nn and B-nn are ConsoleMe's defects, K-nn what running it has shown; what is {@code
 * wanted} beside those stands in src/docs/migration/differences.md too, what is {@code not yet} on
 * the first page of the guides, and {@code replay} is a lack of the replay and not of the server.
 */
final class Differences {
    private static final Map<String, Difference> ALL = new HashMap<>();

    /** What must hold instead of sameness. */
    @FunctionalInterface
    interface Check {
        void hold(Exchange exchange, Answer ours);
    }

    /** One wanted difference. */
    record Difference(String why, Check check) {}

    static {
        wanted("K-04: plain text is called so", Differences::text, "001");
        wanted(
                "wanted: nothing is loaded from elsewhere: no default pictures and links; pages that do"
                        + " not exist are off",
                Differences::profile,
                "005",
                "006",
                "007",
                "009",
                "010");
        wanted("K-05: the body is another, and so is its tag", status(200), "013");
        wanted("not yet: there is no password sign-in", Differences::loginPage, "014");
        wanted("D-41: no cookie is echoed", Differences::headers, "017");
        wanted("replay: its client has headers of its own", Differences::headersPage, "018");
        wanted("K-02: errors of programs' routes are JSON", error(405), "021");
        wanted("K-02: errors of programs' routes are JSON", error(403), "023");
        wanted("K-06: a bad token is invalid_jwt", code(403, "invalid_jwt"), "046", "919", "923");
        wanted("K-06: a bad token is nobody", code(403, "unauthenticated"), "921");
        wanted(
                "replay: the stores are those of the end, as of 901: eligible, and refused by STS",
                code(403, "902"),
                "058");
        wanted("D-45: no crash where there are no users' own roles", code(403, "900"), "065");
        wanted("K-13: no body is no JSON: 904", code(400, "904"), "070");
        wanted("D-71: any name makes a legal session name", Differences::keys, "074");
        wanted(
                "D-48: rows are not cached; older requests are read behind the first look",
                RecordedRequests::shape,
                "107");
        wanted("replay: the stores are those of the end", RecordedRequests::table, "907");
        wanted("wanted: the check of a document is our own", RecordedRequests::findings, "127");
        wanted("replay: there is no index of roles", error(403), "145", "146");
        wanted("K-02: one envelope for all errors", error(400), "931");
        wanted("K-02: one envelope for all errors", error(400), "147", "930");
        wanted("K-02: one envelope for all errors", error(404), "157");
        wanted("not yet: such a change cannot be asked for", error(400), "158", "929");
        wanted("B01: 403 unless the configuration allows it", error(403), "161");
        wanted(
                "replay: the stores are those of the end",
                RecordedRequests::detail,
                "149",
                "150",
                "925");
        wanted(
                "wanted: what ConsoleMe made can be read, and no more",
                error(409),
                "151",
                "153",
                "154",
                "155",
                "159",
                "926",
                "927");
        wanted("replay: the stores are those of the end", RecordedRequests::one, "909");
        wanted("D-49: the ARN is found", RecordedRequests::one, "910");
        wanted("D-42: a refusal has its own status", Differences::othersChallenge, "166");
        wanted("wanted: Markdown that no name can leave", Differences::question, "167");
        wanted("D-42: a refusal has its own status", error(403), "169");
        wanted("wanted: the terminal's cookie has a name of its own", Differences::token, "171");
        wanted("wanted: HEAD is answered as GET", status(200), "918");
        wanted("D-25: approving and polling need different secrets", Differences::urls, "945");
    }

    private Differences() {}

    static Optional<Difference> of(Exchange exchange) {
        return Optional.ofNullable(ALL.get(exchange.number()));
    }

    static Collection<Difference> all() {
        return ALL.values();
    }

    static Set<String> numbers() {
        return ALL.keySet();
    }

    private static void wanted(String why, Check check, String... numbers) {
        for (String number : numbers) {
            ALL.put(number, new Difference(why, check));
        }
    }

    private static Check status(int status) {
        return (exchange, ours) -> assertThat(ours.status()).isEqualTo(status);
    }

    private static Check error(int status) {
        return (exchange, ours) -> {
            assertThat(ours.status()).isEqualTo(status);
            assertThat(ours.isJson()).isTrue();
            assertThat(ours.json().path("status_code").asInt()).isEqualTo(status);
            assertThat(ours.json().path("errors")).isNotEmpty();
        };
    }

    private static Check code(int status, String code) {
        return (exchange, ours) -> {
            error(status).hold(exchange, ours);
            assertThat(ours.json().path("code").asText()).isEqualTo(code);
        };
    }

    private static void text(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        assertThat(ours.family()).isEqualTo("text");
        assertThat(ours.body()).isEqualTo(exchange.answer().body());
    }

    private static void profile(Exchange exchange, Answer ours) {
        JsonNode theirs = exchange.answer().json();
        assertThat(ours.status()).isEqualTo(200);
        for (String same :
                List.of("user", "can_logout", "is_contractor", "authorization", "accounts")) {
            assertThat(ours.json().path(same)).as(same).isEqualTo(theirs.get(same));
        }
        assertThat(ours.json().at("/site_config/support_contact"))
                .isEqualTo(theirs.at("/site_config/support_contact"));
        assertThat(names(ours.json())).containsAll(names(theirs));
        assertThat(names(ours.json().path("site_config")))
                .containsAll(names(theirs.get("site_config")));
        assertThat(names(ours.json().path("pages"))).containsAll(names(theirs.get("pages")));
        assertThat(ours.body()).doesNotContain("https://");
    }

    static Set<String> names(JsonNode object) {
        Set<String> names = new java.util.TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void loginPage(Exchange exchange, Answer ours) {
        JsonNode theirs = exchange.answer().json();
        assertThat(ours.status()).isEqualTo(200);
        assertThat(names(ours.json())).isEqualTo(names(theirs));
        assertThat(ours.json().path("allow_password_login").asBoolean(true)).isFalse();
        for (String same : List.of("page_title", "allow_sso_login", "allow_sign_up")) {
            assertThat(ours.json().path(same)).as(same).isEqualTo(theirs.get(same));
        }
    }

    private static void headers(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        assertThat(names(ours.json())).contains("Host").doesNotContain("Cookie");
    }

    private static void headersPage(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        assertThat(ours.family()).isEqualTo("html");
        assertThat(ours.body().lines())
                .allMatch(line -> line.matches("<p><strong>[^<]+</strong>: [^<]*</p>"))
                .anyMatch(
                        line ->
                                line.matches(
                                        "(?i)<p><strong>x-stand-user</strong>.*ana@corp.example</p>"));
    }

    private static void keys(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        assertThat(ours.json().at("/Credentials/AccessKeyId").asText())
                .isEqualTo("ASIA200000000002STND");
    }

    private static void othersChallenge(Exchange exchange, Answer ours) {
        error(403).hold(exchange, ours);
        assertThat(ours.json().path("message")).isEqualTo(exchange.answer().json().get("message"));
    }

    private static void question(Exchange exchange, Answer ours) {
        assertThat(ours.status()).isEqualTo(200);
        assertThat(ours.json().path("message").asText())
                .contains("`127.0.0.1`", "`ana@corp.example`");
        assertThat(ours.json().path("nonce").asText()).isNotBlank();
        assertThat(ours.json().path("show_approve_button").asBoolean()).isTrue();
    }

    private static void token(Exchange exchange, Answer ours) {
        JsonNode theirs = exchange.answer().json();
        assertThat(ours.status()).isEqualTo(200);
        assertThat(names(ours.json())).containsAll(names(theirs));
        assertThat(ours.json().path("status").asText()).isEqualTo("success");
        assertThat(ours.json().path("user")).isEqualTo(theirs.get("user"));
        assertThat(ours.json().path("cookie_name").asText()).isEqualTo("consoleme_cli");
        assertThat(ours.json().path("encoded_jwt").asText().split("\\.", -1)).hasSize(3);
        assertThat(ours.json().path("expiration").asLong()).isPositive();
    }

    private static void urls(Exchange exchange, Answer ours) {
        String site = "http://127.0.0.1:18081";
        assertThat(ours.status()).isEqualTo(200);
        String approve = ours.json().path("challenge_url").asText();
        String poll = ours.json().path("polling_url").asText();
        assertThat(approve).startsWith(site + "/challenge_validator/");
        assertThat(poll).startsWith(site + "/noauth/v1/challenge_poller/");
        assertThat(approve.substring(approve.lastIndexOf('/')))
                .isNotEqualTo(poll.substring(poll.lastIndexOf('/')));
    }
}
