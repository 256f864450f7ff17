package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.SearchableRoles.BILLING;
import static org.consoleme.access.SearchableRoles.LAB;
import static org.consoleme.access.SearchableRoles.arn;
import static org.consoleme.testing.Roles.role;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** Where no rule lets somebody ask for more, their own roles alone are looked through. */
class SearchOwnRequestableTest {
    private final SearchRequestable search =
            new SearchableRoles(
                            new IndexedRole[] {
                                role(arn(LAB, "Reader"), Set.of("team"), Set.of()),
                                role(arn(LAB, "protected"), Set.of("team"), Set.of()),
                                role(arn(LAB, "others"), Set.of("others"), Set.of())
                            },
                            new IndexedRole[] {
                                role(arn(BILLING, "lab-reader"), Set.of(), Set.of("team")),
                                role(arn(BILLING, "writer"), Set.of("team"), Set.of())
                            })
                    .search("nobody@example.com", role -> role.name().equals("protected"));

    private SearchRequestable.Found found(String words, Optional<AccountId> account, int limit) {
        return search.handle(
                Callers.web("ana@example.com", "team"),
                AskedFor.Kind.INLINE_POLICY,
                words,
                account,
                limit);
    }

    private List<String> names(String words) {
        return found(words, Optional.empty(), 10).roles().stream()
                .map(role -> role.arn().name())
                .toList();
    }

    @Test
    void allOfThemAreFoundInOrderAndNoneOfAnybodyElse() {
        assertThat(names("")).containsExactly("Reader", "lab-reader", "writer");
        assertThat(names("others")).isEmpty();
    }

    @Test
    void aWordIsInTheArnOrInTheAccountsName() {
        assertThat(names("LAB read")).containsExactly("Reader", "lab-reader");
        assertThat(names("billing wri")).containsExactly("writer");
        assertThat(names("lab writer")).isEmpty();
    }

    @Test
    void oneAccountKeepsToItself() {
        assertThat(found("reader", Optional.of(new AccountId(LAB)), 10).roles())
                .extracting(role -> role.arn().name())
                .containsExactly("Reader");
    }

    @Test
    void thatThereMayBeMoreIsSaid() {
        assertThat(found("", Optional.empty(), 2).complete()).isFalse();
        assertThat(found("", Optional.empty(), 2).roles()).hasSize(2);
        assertThat(found("", Optional.empty(), 3).complete()).isTrue();
    }
}
