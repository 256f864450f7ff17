package org.consoleme.web.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.consoleme.access.Grant;
import org.consoleme.accounts.AccountList;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantJsonTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountList ACCOUNTS = InMemoryAccounts.of(NOON).current();
    private static final Grant ANNAS =
            SomeGrants.grant(
                    "g-1",
                    "anna@example.com",
                    "arn:aws:iam::200000000002:role/admin",
                    NOON,
                    Duration.ofHours(1));

    private static boolean mine(String who) {
        return GrantJson.of(ANNAS, Callers.web(who), NOON, ACCOUNTS).mine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "Anna@Example.COM"})
    void onesOwnIsToldHoweverTheNameIsSpelled(String who) {
        assertThat(mine(who)).isTrue();
    }

    @Test
    void somebodyElsesIsNot() {
        assertThat(mine("hannah@example.com")).isFalse();
    }
}
