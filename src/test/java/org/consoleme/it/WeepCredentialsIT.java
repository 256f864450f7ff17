package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.it.WeepErrors.assertEnvelope;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.consoleme.testing.RunningStack;
import org.consoleme.testing.WeepClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Section 11 of weep's contract, credentials and {@code serve}: what weep sends, and what it gets.
 */
class WeepCredentialsIT {
    @RegisterExtension
    @Order(1)
    static final RunningStack STACK = new RunningStack();

    @RegisterExtension
    @Order(2)
    static final SignedInWeep SIGNED_IN = new SignedInWeep(STACK);

    private final WeepTerminal terminal = SIGNED_IN.terminal();
    private final WeepClient weep = terminal.weep();

    @Test
    void cr01_cr19_cr25_theWholeArnGetsKeysWithTheRoleBeside() {
        String alpha = terminal.role(":role/Alpha");
        JsonNode keys = terminal.keys(alpha);

        assertThat(keys.path("AccessKeyId").textValue()).isNotBlank();
        assertThat(keys.path("SecretAccessKey").textValue()).isNotBlank();
        assertThat(keys.path("SessionToken").textValue()).isNotBlank();
        assertThat(keys.path("RoleArn").textValue()).isEqualTo(alpha);
    }

    @Test
    void cr02_caseDoesNotMatterAndTheEqualArnWins() {
        String alpha = terminal.role(":role/Alpha");

        assertThat(terminal.keys(alpha.toUpperCase(Locale.ROOT)).path("RoleArn").textValue())
                .isEqualTo(alpha);
        assertThat(terminal.keys(alpha.toLowerCase(Locale.ROOT)).path("RoleArn").textValue())
                .isEqualTo(alpha);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gamma", "gam", "path/Gamma"})
    void cr03_cr04_sv01_aUniquePartIsEnoughAndTheWholeArnComesBack(String words) {
        assertThat(terminal.keys(words).path("RoleArn").textValue())
                .isEqualTo(terminal.role("/path/Gamma"));
    }

    @Test
    void cr05_severalMatchesAre901AndSorted() {
        WeepClient.Answer answer = weep.export(STACK.account(WeepTerminal.SECOND_ACCOUNT));

        assertEnvelope(answer, "901");
        List<String> matches = new ArrayList<>();
        answer.json().path("matching roles").forEach(arn -> matches.add(arn.textValue()));
        assertThat(matches).isSorted().hasSizeGreaterThan(1);
    }

    /** 9.2: of Alpha and AlphaBeta the equal name is meant. */
    @Test
    void cr06_anEqualNameWinsOverNamesThatContainIt() {
        assertThat(terminal.keys("alpha").path("RoleArn").textValue())
                .isEqualTo(terminal.role(":role/Alpha"));
    }

    @Test
    void cr07_cr08_sv03_sv06_noMatchAndNotAllowedLookAlike() {
        String secret = terminal.role(":role/Alpha").replace("Alpha", "Secret");
        WeepClient.Answer none = weep.export("nosuch");
        WeepClient.Answer notMine = weep.export(secret);

        assertEnvelope(none, "900");
        assertEnvelope(notMine, "900");
        assertThat(notMine.status()).isEqualTo(none.status());
        assertThat(notMine.json().path("message")).isEqualTo(none.json().path("message"));
        assertThat(notMine.json().path("exception")).isEqualTo(none.json().path("exception"));
    }

    @Test
    void cr09_aRoleForTheCliAloneIsUsable() {
        assertThat(terminal.keys("SvcInstanceProfile").path("RoleArn").textValue())
                .endsWith(":role/SvcInstanceProfile");
    }

    @Test
    void cr10_anEmptyRoleIs904() {
        assertEnvelope(weep.export(""), "904");
    }

    @Test
    void cr11_cr12_strangeAndHugeTextIsRefusedInTheEnvelope() {
        assertEnvelope(weep.export("a%sb\"\\<>日本"), "900");
        assertEnvelope(weep.export("a".repeat(10_000)), "904");
    }

    @Test
    void cr14_withoutASecondFactorNoIpRestrictionsIs902() {
        assertEnvelope(
                weep.credentials("{\"requested_role\":\"Gamma\",\"no_ip_restrictions\":true}"),
                "902");
    }

    @Test
    void cr16_cr17_cr18_sv07_theEndIsWholeSecondsAQuarterToTwelveHoursAhead() {
        JsonNode end = terminal.keys("Gamma").path("Expiration");

        assertThat(end.isIntegralNumber()).isTrue();
        assertThat(Instant.ofEpochSecond(end.longValue()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(14)),
                        Instant.now().plus(Duration.ofHours(12)));
    }

    /** weep asks for a role again, by the whole ARN, while the keys of before still work. */
    @Test
    void cr20_sv09_askingAgainGetsKeysAgain() {
        JsonNode first = terminal.keys("Gamma");
        JsonNode second = terminal.keys(first.path("RoleArn").textValue());

        assertThat(second.path("RoleArn")).isEqualTo(first.path("RoleArn"));
        assertThat(second.path("Expiration").longValue())
                .isGreaterThanOrEqualTo(first.path("Expiration").longValue());
    }

    @Test
    void cr21_metadataIsTakenAndLogged() {
        WeepClient.Answer answer =
                weep.credentials(
                        "{\"requested_role\":\"Gamma\",\"no_ip_restrictions\":false,"
                                + "\"metadata\":{\"hostname\":\"laptop-cr21\",\"username\":\"alice-os\","
                                + "\"weep_version\":\"0.3.31\",\"weep_method\":\"export\"}}\n");

        assertThat(answer.status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(log())
                                        .contains("laptop-cr21", "alice-os", "0.3.31", "export"));
    }

    /** weep takes the second hop's session name from the user id of the first. */
    @Test
    void cr22_sv08_awsAcceptsTheKeysUnderTheirOwnersName() {
        JsonNode keys = terminal.keys("Gamma");

        assertThat(
                        SpokeAccount.whoHolds(
                                        STACK.aws(),
                                        keys.path("AccessKeyId").textValue(),
                                        keys.path("SecretAccessKey").textValue(),
                                        keys.path("SessionToken").textValue())
                                .userId())
                .endsWith(":" + WeepTerminal.ENGINEER);
    }

    @Test
    void cr23_sv02_sv05_everyListedArnIsOneRole() {
        for (JsonNode role :
                weep.get("/api/v2/get_roles?all=true").json().path("data").path("roles")) {
            String arn = role.path("arn").textValue();
            assertThat(terminal.keys(arn).path("RoleArn").textValue()).isEqualTo(arn);
        }
    }

    @Test
    void sv13_fiftyRolesAtOnceAreAllAnswered() throws Exception {
        List<String> roles = terminal.roles();
        List<Future<WeepClient.Answer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                String words = roles.get(i % roles.size());
                answers.add(callers.submit(() -> weep.export(words)));
            }
        }

        for (Future<WeepClient.Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
    }

    private static String log() throws IOException {
        return Files.readString(STACK.parts().log("server"), StandardCharsets.UTF_8);
    }
}
