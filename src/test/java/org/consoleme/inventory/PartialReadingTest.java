package org.consoleme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.consoleme.accounts.Account;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.ScriptedIamReader;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.IamObjects;
import org.consoleme.testing.SettableClock;

class PartialReadingTest {
    private static final String ID = "111111111111";
    private static final Account ACCOUNT = InMemoryAccounts.account(ID, "spoke");

    @Property(tries = 300)
    void aPartialReadingNeverRemovesAndACompleteOneLeavesExactlyWhatItFound(
            @ForAll @Size(min = 1, max = 20) Set<@IntRange(max = 30) Integer> before,
            @ForAll @Size(min = 1, max = 20) Set<@IntRange(max = 30) Integer> after,
            @ForAll @IntRange(min = 1, max = 7) int perPage,
            @ForAll @IntRange(max = 20) int failsAfter) {
        // Given
        ScriptedIamReader reader = new ScriptedIamReader();
        InMemoryIamCache cache = new InMemoryIamCache();
        InMemoryIamArchive archive = new InMemoryIamArchive();
        InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
        RefreshAccount refresh =
                new RefreshAccount(
                        reader,
                        cache,
                        archive,
                        indexes,
                        InventorySettings.from(MapConfiguration.empty()),
                        SettableClock.atNoon());
        reader.holds(ACCOUNT.id(), roles(before), perPage);
        refresh.handle(ACCOUNT, () -> false);
        Set<String> cached = new HashSet<>(cache.of(ACCOUNT.id()).keySet());
        AccountIndex index = indexes.read(ACCOUNT.id()).orElseThrow();

        // When: some pages, then an error
        reader.holds(ACCOUNT.id(), roles(after), perPage);
        reader.failsAfter(
                ACCOUNT.id(), failsAfter, new Problem.Unavailable("IAM", Duration.ofSeconds(1)));
        assertThatThrownBy(() -> refresh.handle(ACCOUNT, () -> false))
                .isInstanceOf(ProblemException.class);

        // Then
        assertThat(cache.of(ACCOUNT.id()).keySet()).containsAll(cached);
        assertThat(indexes.read(ACCOUNT.id())).contains(index);

        // And once it gets to its end
        reader.holds(ACCOUNT.id(), roles(after), perPage);
        refresh.handle(ACCOUNT, () -> false);
        assertThat(cache.of(ACCOUNT.id()).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        roles(after).stream().map(IamObject::arn).toList());
    }

    private static List<IamObject> roles(Set<Integer> numbers) {
        return numbers.stream()
                .sorted()
                .map(number -> IamObjects.role(ID, "r" + number, Map.of()))
                .toList();
    }
}
