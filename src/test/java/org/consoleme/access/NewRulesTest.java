package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Rules that the server has just read. */
class NewRulesTest {
    @Test
    void theirMistakesAreSaidBeforeAnybodyAsks() {
        RuledRoles roles = new RuledRoles("- {}\n");
        Logger log = (Logger) LoggerFactory.getLogger(ApprovalRules.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            roles.rules.changed(
                    DynamicConfigurationText.parsed(
                            "approval_rules: [{name: r}]", "ann", Instant.EPOCH));
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line.getKeyValuePairs().toString())
                                        .contains("rule \"r\": match: "));
    }
}
