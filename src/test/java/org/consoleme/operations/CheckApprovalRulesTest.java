package org.consoleme.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.consoleme.access.CheckedRules;
import org.consoleme.access.RuleMistake;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.identity.Caller;
import org.consoleme.platform.config.YamlWrittenConfiguration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Approval rules, looked over before they are saved. */
class CheckApprovalRulesTest {
    private static final Caller ADMIN = Callers.web("admin@example.com");
    private static final String WITH_A_MISTAKE =
            """
            approval_rules:
            - {name: loose, match: {}, who_may_ask: [everybody], approvers: [team]}
            - {name: prod, match: {kinds: [rolle]}, who_may_ask: [everybody], approvers: [team]}
            - {match: {}, who_may_ask: [everybody], approvers: [team]}
            """;

    private final CheckApprovalRules check =
            new CheckApprovalRules(
                    new YamlWrittenConfiguration(),
                    new ForAdministrators(
                            caller -> caller.user().equals(ADMIN.user()),
                            new InMemoryAuditTrail(),
                            SettableClock.atNoon()));

    private CheckedRules checked(String text) {
        return check.handle(ADMIN, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachMistakeNamesItsRuleTheKeyAndWhatIsWanted() {
        CheckedRules found = checked(WITH_A_MISTAKE);

        assertThat(found.rules()).isEqualTo(3);
        assertThat(found.mistakes())
                .containsExactly(
                        new RuleMistake(
                                2,
                                Optional.of("prod"),
                                "match.kinds",
                                "only role, inline_policy are known"),
                        new RuleMistake(
                                3,
                                Optional.empty(),
                                "name",
                                "a rule has a name of its own, 1 to 100 characters"));
    }

    @Test
    void jsonIsReadLikewise() {
        CheckedRules found =
                checked(
                        "{\"approval_rules\": [{\"name\": \"a\", \"match\": {},\n"
                                + "\"who_may_ask\": [\"everybody\"], \"approvers\": \"team\"}]}");

        assertThat(found.rules()).isEqualTo(1);
        assertThat(found.mistakes()).isEmpty();
    }

    @Test
    void aTextWithoutRulesHasNoneAndNoMistakes() {
        assertThat(checked("")).isEqualTo(checked("groups: {}"));
        assertThat(checked("").rules()).isZero();
    }

    @Test
    void aKeyOfAnyLengthIsToldInAHundredCharacters() {
        CheckedRules found =
                checked(
                        "approval_rules:\n"
                                + "- {name: r, match: {}, who_may_ask: [a], approvers: [b], \""
                                + "x".repeat(500)
                                + "\\u0007\": 1}");

        assertThat(found.mistakes().getFirst().field()).isEqualTo("x".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval_rules: [", "- a", "7"})
    void whatIsNoConfigurationIsInvalid(String text) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> checked(text));

        assertThat(refused.problem())
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        it -> assertThat(it.field()).isEqualTo("dynamic_config"));
    }

    @Test
    void bytesThatAreNoUtf8AreInvalid() {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> check.handle(ADMIN, new byte[] {'a', ':', (byte) 0xC3}));

        assertThat(refused.problem()).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void itIsForAdministrators() {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> check.handle(Callers.web("bo@example.com"), new byte[0]));

        assertThat(refused.problem()).isInstanceOf(Problem.Forbidden.class);
    }
}
