package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.account;
import static org.consoleme.testing.Roles.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.junit.jupiter.api.Test;

class RoleIndexTest {
    private static final IndexedRole READER =
            role("arn:aws:iam::200000000002:role/billing-reader", Set.of("finops"), Set.of());
    private static final IndexedRole PIPELINE =
            role("arn:aws:iam::200000000002:role/pipeline", Set.of(), Set.of("finops"));
    private static final IndexedRole OTHER =
            role(
                    "arn:aws:iam::300000000003:role/team/billing-admin",
                    Set.of("Ana@example.com"),
                    Set.of());

    @Test
    void aGroupIsFoundInEveryAccountThatNamesIt() {
        // Given
        RoleIndex index =
                RoleIndex.EMPTY.with(
                        List.of(
                                account("200000000002", READER, PIPELINE),
                                account("300000000003", OTHER)),
                        List.of());
        // When
        List<IndexedRole> web = naming(index, "finops", Surface.CONSOLE);
        List<IndexedRole> cli = naming(index, "finops", Surface.CLI);
        // Then
        assertThat(web).containsExactly(READER);
        assertThat(cli).containsExactly(PIPELINE);
    }

    @Test
    void anAccountReadAgainReplacesWhatItHad() {
        // Given
        RoleIndex before =
                RoleIndex.EMPTY.with(List.of(account("200000000002", READER, PIPELINE)), List.of());
        // When
        RoleIndex after = before.with(List.of(account("200000000002", PIPELINE)), List.of());
        // Then
        assertThat(after.role(READER.arn())).isEmpty();
        assertThat(naming(after, "finops", Surface.CONSOLE)).isEmpty();
        assertThat(before.role(READER.arn())).contains(READER);
    }

    @Test
    void anAccountThatIsGoneTakesItsRolesWithIt() {
        // Given
        RoleIndex before = RoleIndex.EMPTY.with(List.of(account("300000000003", OTHER)), List.of());
        // When
        RoleIndex after = before.with(List.of(), List.of(new AccountId("300000000003")));
        // Then
        assertThat(after.size()).isZero();
        assertThat(naming(after, "Ana@example.com", Surface.CONSOLE)).isEmpty();
    }

    @Test
    void aUserIsFoundHoweverTheTagSpellsTheName() {
        RoleIndex index = RoleIndex.EMPTY.with(List.of(account("300000000003", OTHER)), List.of());
        assertThat(index.spellingsOf("ana@example.com")).contains("Ana@example.com");
    }

    @Test
    void searchFindsAllWordsInAnyOrderAndStopsAtTheLimit() {
        RoleIndex index =
                RoleIndex.EMPTY.with(
                        List.of(
                                account("200000000002", READER, PIPELINE),
                                account("300000000003", OTHER)),
                        List.of());
        assertThat(index.search(List.of("billing"), 10)).containsExactly(READER, OTHER);
        assertThat(index.search(List.of("admin", "team/"), 10)).containsExactly(OTHER);
        assertThat(index.search(List.of("billing"), 1)).hasSize(1);
        assertThat(index.search(List.of("no-such"), 10)).isEmpty();
    }

    @Property(tries = 200)
    void theSignatureNeverHidesAMatch(
            @ForAll @Size(min = 1, max = 20)
                    List<@AlphaChars @StringLength(min = 3, max = 20) String> names,
            @ForAll @AlphaChars @StringLength(min = 1, max = 6) String word) {
        // Given
        RoleIndex index =
                RoleIndex.EMPTY.with(
                        List.of(
                                account(
                                        "200000000002",
                                        names.stream()
                                                .distinct()
                                                .map(
                                                        n ->
                                                                role(
                                                                        "arn:aws:iam::200000000002:role/"
                                                                                + n,
                                                                        Set.of(),
                                                                        Set.of()))
                                                .toArray(IndexedRole[]::new))),
                        List.of());
        String wanted = word.toLowerCase(Locale.ROOT);
        // When
        List<IndexedRole> found = index.search(List.of(wanted), 1000);
        // Then
        assertThat(found)
                .hasSize(
                        (int)
                                names.stream()
                                        .distinct()
                                        .filter(
                                                n ->
                                                        ("arn:aws:iam::200000000002:role/" + n)
                                                                .toLowerCase(Locale.ROOT)
                                                                .contains(wanted))
                                        .count());
    }

    @Test
    void tagsAreToldInOrderOfTheRoleThenOfTheIdentities() {
        // Given
        RoleIndex index =
                RoleIndex.EMPTY.with(
                        List.of(
                                account("300000000003", OTHER),
                                account("200000000002", PIPELINE, READER)),
                        List.of());
        List<String> told = new ArrayList<>();
        // When
        index.naming(
                List.of("Ana@example.com", "nobody", "finops"),
                (role, identity, surface) ->
                        told.add(role.arn().name() + " " + identity + " " + surface));
        // Then
        assertThat(told)
                .containsExactly(
                        "billing-reader 2 CONSOLE", "pipeline 2 CLI", "billing-admin 0 CONSOLE");
    }

    private static List<IndexedRole> naming(RoleIndex index, String identity, Surface wanted) {
        List<IndexedRole> found = new ArrayList<>();
        index.naming(
                List.of(identity),
                (role, _, surface) -> {
                    if (surface == wanted) {
                        found.add(role);
                    }
                });
        return found;
    }
}
