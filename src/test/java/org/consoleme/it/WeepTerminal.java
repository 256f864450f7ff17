package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.consoleme.testing.Browser;
import org.consoleme.testing.RunningStack;
import org.consoleme.testing.WeepClient;

/**
 * A terminal in which weep is signed in as the engineer, with the roles that section 11 of weep's
 * contract takes for granted: two whose names begin alike, one under a path, one for the CLI alone,
 * and one of somebody else's.
 */
record WeepTerminal(URI server, WeepClient anonymous, WeepClient weep, String jwt) {
    static final String ENGINEER = "engineer@example.com";
    static final String FIRST_ACCOUNT = "billing-prod";
    static final String SECOND_ACCOUNT = "sandbox";

    /** Adds the roles unless another class of this run did. */
    static WeepTerminal on(RunningStack stack) {
        WeepClient anonymous = new WeepClient(stack.server().toString());
        String jwt = WeepSignIn.start(stack.server(), ENGINEER).approved();
        WeepTerminal terminal =
                new WeepTerminal(
                        stack.server(),
                        anonymous,
                        anonymous.withCookie("consoleme_cli=" + jwt),
                        jwt);
        Jobs jobs = new Jobs(Person.administrator(stack.server())).settled();
        if (terminal.roles().stream().noneMatch(arn -> arn.endsWith(":role/Alpha"))) {
            addRoles(stack);
            jobs.run("account-iam");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(terminal.roles())
                                            .anyMatch(arn -> arn.endsWith(":role/Alpha"))
                                            .anyMatch(arn -> arn.endsWith("/Gamma")));
        }
        return terminal;
    }

    private static void addRoles(RunningStack stack) {
        String group = "engineering@example.com";
        SpokeAccount first = SpokeAccount.of(stack, FIRST_ACCOUNT);
        first.addRole("Alpha", group);
        first.addRole("AlphaBeta", group);
        first.addRole("Secret", "security@example.com");
        SpokeAccount second = SpokeAccount.of(stack, SECOND_ACCOUNT);
        second.addRole("/path/", "Gamma", "consoleme-authorized", group);
        second.addRole("/", "SvcInstanceProfile", "consoleme-authorized-cli-only", group);
    }

    /** All roles of the engineer, as {@code weep list} gets them. */
    List<String> roles() {
        List<String> arns = new ArrayList<>();
        weep.get("/api/v1/get_roles?all=true").json().forEach(arn -> arns.add(arn.textValue()));
        return arns;
    }

    /** The one role whose ARN ends so. */
    String role(String end) {
        return roles().stream().filter(arn -> arn.endsWith(end)).findFirst().orElseThrow();
    }

    JsonNode keys(String words) {
        WeepClient.Answer answer = weep.export(words);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("Credentials");
    }

    Browser browser(String user) {
        return new Browser(server, user);
    }
}
