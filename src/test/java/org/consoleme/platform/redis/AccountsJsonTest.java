package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.RefreshAccounts;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.ScriptedAccountSource;
import org.consoleme.testing.Golden;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** What a stored list says of organizational units, whoever wrote it. */
class AccountsJsonTest {
    private static final Instant AS_OF = Instant.ofEpochSecond(1795256455L);

    private static AccountList recorded() {
        return read(Golden.parse(Golden.redisText("ALL_AWS_ACCOUNTS")));
    }

    private static AccountList read(JsonNode json) {
        return AccountsJson.read(json, AS_OF).orElseThrow();
    }

    private static Account row(String more) {
        return read(Golden.parse(
                        "{\"accounts\": [{\"id\": \"123456789012\", \"name\": \"hub\""
                                + more
                                + "}]}"))
                .accounts()
                .getFirst();
    }

    @Test
    void consoleMeSaysNothingOfUnits() {
        assertThat(recorded().accounts()).hasSize(4).noneMatch(Account::ousKnown);
    }

    @Test
    void aTreeThatWeMayNotSeePlacesNobodyInConsoleMesList() {
        InMemoryAccounts accounts = new InMemoryAccounts();
        accounts.replace(recorded());
        ScriptedAccountSource denied = new ScriptedAccountSource();
        denied.says(
                recorded().accounts().stream().map(Account::withoutOus).toArray(Account[]::new));
        SettableClock clock = SettableClock.atNoon();

        for (int turn = 0; turn < 2; turn++) {
            new RefreshAccounts(denied, accounts, clock).handle(false);
            accounts.replace(read(AccountsJson.write(accounts.current())));
            clock.advance(Duration.ofHours(1));

            assertThat(accounts.current().accounts()).hasSize(4).noneMatch(Account::ousKnown);
        }
    }

    @Test
    void anEarlierVersionsRowSaysItWhereItHasUnits() {
        assertThat(row(", \"ous\": [\"Prod\"]").ousKnown()).isTrue();
        assertThat(row(", \"ous\": [\"Prod\"]").ous()).containsExactly("Prod");
        assertThat(row("").ousKnown()).isFalse();
    }

    @Test
    void whatWeWriteSaysItAlwaysAlsoOfAnAccountInNoUnit() {
        Account none = InMemoryAccounts.account("000000000007", "seven");
        Account hidden = InMemoryAccounts.account("000000000008", "eight").withoutOus();
        AccountList list = new AccountList(List.of(none, hidden), AS_OF);

        JsonNode written = AccountsJson.write(list);

        assertThat(written.path("accounts").findValuesAsText("ous_known"))
                .containsExactly("true", "false");
        assertThat(read(written)).isEqualTo(list);
    }
}
