package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

public abstract class SlackLinksContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SlackKey HERE = new SlackKey("T1", "U1");
    private static final SlackKey THERE = new SlackKey("T2", "U1");
    private static final UserId ANA = new UserId("Ana@example.com");

    protected abstract SlackLinks links();

    @Test
    void aLinkLeadsToThePersonAsTheirNameWasGiven() {
        SlackLinks links = links();
        links.link(HERE, ANA, NOW);

        assertThat(links.personOf(HERE).map(UserId::value)).contains("Ana@example.com");
        assertThat(links.personOf(THERE)).isEmpty();
    }

    @Test
    void aSlackUserIsNeverTwoPeople() {
        SlackLinks links = links();
        links.link(HERE, ANA, NOW);

        assertThatThrownBy(() -> links.link(HERE, new UserId("bo@example.com"), NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Conflict.class));
        assertThat(links.personOf(HERE)).contains(ANA);
    }

    @Test
    void linkingAgainIsFineWhateverTheSpelling() {
        SlackLinks links = links();
        links.link(HERE, ANA, NOW);
        links.link(HERE, new UserId("ana@EXAMPLE.com"), NOW.plusSeconds(1));

        assertThat(links.personOf(HERE)).contains(ANA);
    }

    @Test
    void aPersonMayHaveSeveralSlackUsers() {
        SlackLinks links = links();
        links.link(THERE, ANA, NOW);
        links.link(HERE, ANA, NOW);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(links.of(ANA)).containsExactly(HERE, THERE));
        assertThat(links.of(new UserId("bo@example.com"))).isEmpty();
    }

    @Test
    void theOneThatWasLinkedLastComesFirst() {
        SlackLinks links = links();
        links.link(HERE, ANA, NOW);
        links.link(THERE, ANA, NOW.plusSeconds(1));
        links.link(HERE, ANA, NOW.plusSeconds(2));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(links.of(ANA)).containsExactly(THERE, HERE));
    }

    @Test
    void anUnlinkedSlackUserIsNobodyAndCanBeLinkedAnew() {
        SlackLinks links = links();
        links.link(HERE, ANA, NOW);

        assertThat(links.unlink(HERE)).isTrue();
        assertThat(links.unlink(HERE)).isFalse();
        links.link(HERE, new UserId("bo@example.com"), NOW);

        assertThat(links.personOf(HERE)).contains(new UserId("bo@example.com"));
    }
}
