package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.credentials.GrantedNode.TAGGED;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.identity.Caller;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says of a person who uses a role. */
class CredentialLinesTest {
    private static final Caller ANA = Callers.web("ana@example.com", "finops");

    private final Logger vended = (Logger) LoggerFactory.getLogger(VendCredentials.class);
    private final Logger opened = (Logger) LoggerFactory.getLogger(OpenConsole.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final GrantedNode node =
            new GrantedNode(new InMemoryGrants(), SettableClock.atNoon(), Map.of(), false);

    @BeforeEach
    void listen() {
        lines.start();
        vended.addAppender(lines);
        opened.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        vended.detachAppender(lines);
        opened.detachAppender(lines);
    }

    /** Thousands a second would be most of the log; each has its audit row. */
    @Test
    void keysLeaveNoLine() {
        node.vend(ANA, "tagged", Optional.empty());

        assertThat(said()).isEmpty();
    }

    @Test
    void theConsoleLeavesOneLineWithUserAndRole() {
        node.open(ANA, "tagged");

        assertThat(said())
                .containsExactly(
                        "INFO console opened [user=\"ana@example.com\", role=\"" + TAGGED + "\"]");
    }

    private List<String> said() {
        return lines.list.stream()
                .map(
                        line ->
                                line.getLevel()
                                        + " "
                                        + line.getFormattedMessage()
                                        + " "
                                        + line.getKeyValuePairs())
                .toList();
    }
}
