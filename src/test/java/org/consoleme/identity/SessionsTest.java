package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UserId ALICE = new UserId("alice@example.com");
    private static final Set<Audience> ANY = EnumSet.allOf(Audience.class);

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryEphemeral ephemeral = new InMemoryEphemeral(clock);
    private final Sessions sessions =
            new Sessions(
                    new PlainTokens(),
                    new Revocations(ephemeral, clock),
                    IdentitySettings.from(MapConfiguration.empty()),
                    clock);

    @Test
    void ofSeveralCookiesTheOneThatLivesLongestCounts() {
        IssuedToken older = sessions.weep(ALICE, "one", NOON.minusSeconds(60));
        IssuedToken newer = sessions.weep(ALICE, "two", NOON);

        assertThat(sessions.best(List.of("bad", newer.encoded(), older.encoded()), ANY))
                .contains(newer.token());
        assertThat(sessions.best(List.of(older.encoded(), newer.encoded()), ANY))
                .contains(newer.token());
    }

    @Test
    void aTerminalsTokenIsNoWebSession() {
        IssuedToken weep = sessions.weep(ALICE, "one", NOON);

        assertThat(sessions.best(List.of(weep.encoded()), Set.of(Audience.WEB))).isEmpty();
    }

    @Test
    void d16_aTokenThatWasEndedIsInvalidAtOnce() {
        IssuedToken web = sessions.web(ALICE, Set.of());
        assertThat(sessions.best(List.of(web.encoded()), ANY)).isPresent();

        sessions.end(web.token());

        assertThat(sessions.best(List.of(web.encoded()), ANY)).isEmpty();
    }

    @Test
    void whileTheStoreIsAwaySessionsGoOn() {
        IssuedToken web = sessions.web(ALICE, Set.of());
        ephemeral.goAway();

        assertThat(sessions.best(List.of(web.encoded()), ANY)).isPresent();
    }

    @Test
    void aYoungTokenIsNotRenewed() {
        assertThat(sessions.renewed(sessions.weep(ALICE, "one", NOON).token())).isEmpty();
    }

    @Test
    void sv11_renewalsKeepTheFirstIssueAndEndAtTheAbsoluteLimit() {
        Token token = sessions.weep(ALICE, "one", NOON).token();
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofMinutes(59));
            token = sessions.renewed(token).map(IssuedToken::token).orElse(token);
        }

        assertThat(token.firstIssuedAt()).isEqualTo(NOON);
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(12)));
        assertThat(sessions.renewed(token)).isEmpty();
    }

    @Test
    void aBrowsersTokenNeverSlides() {
        Token web = sessions.web(ALICE, Set.of()).token();
        clock.advance(Duration.ofMinutes(30));

        assertThat(sessions.renewed(web)).isEmpty();
    }
}
