package org.consoleme.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.PlaceRisk;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Authorities;
import org.consoleme.operations.Check.Finding;
import org.consoleme.operations.Check.State;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.shared.DynamicConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Where a mistake in the rules that count now shows: it closes what it covers. */
class ApprovalRulesCheckTest {
    private static final String FINE =
            "{name: r, match: {}, who_may_ask: [everybody], approvers: [team]}";
    private static final String BROKEN =
            "{name: prod, match: {kinds: [rolle]}, who_may_ask: [everybody], approvers: [team]}";
    private static final String SENTENCE =
            "approval_rules, rule \"prod\": match.kinds: only role, inline_policy are known";

    private final Logger log = (Logger) LoggerFactory.getLogger(ApprovalRules.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final InMemoryAccounts accounts = InMemoryAccounts.of(Instant.EPOCH);
    private DynamicConfiguration dynamic = rules("");
    private final ApprovalRules rules =
            new ApprovalRules(
                    () -> dynamic,
                    new Authorities(MapConfiguration.empty(), () -> dynamic),
                    accounts,
                    new CurrentIndex(new InMemoryAccountIndexes(), accounts),
                    new PlaceRisk(ManagementAccounts.NONE));

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
    }

    private static DynamicConfiguration rules(String... all) {
        return DynamicConfigurationText.parsed(
                "approval_rules: [" + String.join(", ", all) + "]", "ann", Instant.EPOCH);
    }

    private Finding look() {
        return new ApprovalRulesCheck(rules).look();
    }

    @Test
    void aMistakeDegradesAndNamesRuleAndKey() {
        dynamic = rules(FINE, BROKEN);

        Finding finding = look();

        assertThat(finding.state()).isEqualTo(State.DEGRADED);
        assertThat(finding.detail()).isEqualTo(SENTENCE);
        assertThat(finding.todo().orElseThrow()).startsWith("Correct approval_rules");
    }

    @Test
    void manyMistakesAreCounted() {
        dynamic = rules(BROKEN, BROKEN, BROKEN, BROKEN);

        assertThat(look().detail()).contains(SENTENCE).endsWith("; and 3 more");
    }

    @Test
    void rulesWithoutMistakesAreUp() {
        dynamic = rules(FINE);

        assertThat(look().state()).isEqualTo(State.UP);
        assertThat(look().detail()).isEqualTo("1 rule");
    }

    @Test
    void withoutRulesItIsOff() {
        dynamic = rules();

        assertThat(look().state()).isEqualTo(State.OFF);
    }

    @Test
    void eachVersionIsWarnedOfOnce() {
        dynamic = rules(BROKEN);
        look();
        look();
        assertThat(lines.list)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.getLevel()).isEqualTo(Level.WARN);
                            assertThat(line.getKeyValuePairs().toString())
                                    .contains(dynamic.version(), "prod", "match.kinds");
                        });

        dynamic = rules(FINE);
        look();
        assertThat(lines.list).hasSize(1);

        dynamic = rules(FINE, BROKEN);
        look();
        assertThat(lines.list).hasSize(2);
    }
}
