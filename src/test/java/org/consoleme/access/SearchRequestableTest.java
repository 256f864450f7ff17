package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.Test;

/** Two accounts of 30,000 roles that everybody may ask for, all but the last one protected. */
class SearchRequestableTest {
    private static final int EACH = 30_000;
    private static final int MOST_SEEN = 50_000;
    private static final String LAST = "zlast";

    private final AtomicInteger looks = new AtomicInteger();
    private final SearchRequestable search =
            new SearchableRoles(
                            roles(SearchableRoles.LAB, "r" + EACH),
                            roles(SearchableRoles.BILLING, LAST))
                    .search(
                            "everybody",
                            role -> {
                                looks.incrementAndGet();
                                return !role.name().equals(LAST);
                            });

    private static IndexedRole[] roles(String account, String last) {
        return IntStream.rangeClosed(1, EACH)
                .mapToObj(i -> i == EACH ? last : "r" + i)
                .map(name -> SearchableRoles.arn(account, name))
                .map(arn -> Roles.role(arn, Set.of(), Set.of()))
                .toArray(IndexedRole[]::new);
    }

    private SearchRequestable.Found found(String words) {
        looks.set(0);
        return search.handle(
                Callers.web("ana@example.com"), AskedFor.Kind.ROLE, words, Optional.empty(), 10);
    }

    @Test
    void whatOneSearchLooksAtIsBoundedAndItSaysThatThereMayBeMore() {
        SearchRequestable.Found all = found("");

        assertThat(looks).hasValue(MOST_SEEN);
        assertThat(all.roles()).isEmpty();
        assertThat(all.complete()).isFalse();
    }

    @Test
    void whoNamesMoreOfTheRoleFindsIt() {
        SearchRequestable.Found one = found(LAST);

        assertThat(one.roles()).extracting(role -> role.arn().name()).containsExactly(LAST);
        assertThat(one.complete()).isTrue();
        assertThat(looks).hasValue(1);
    }

    @Test
    void anAccountsNameFindsItsRolesWithinTheSameBound() {
        SearchRequestable.Found billing = found("billing");

        assertThat(billing.roles()).extracting(role -> role.arn().name()).containsExactly(LAST);
        assertThat(billing.complete()).isTrue();
        assertThat(looks).hasValue(EACH);
    }
}
