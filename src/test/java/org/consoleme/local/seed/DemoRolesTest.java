package org.consoleme.local.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consoleme.local.override.LocalPerson;
import org.junit.jupiter.api.Test;

class DemoRolesTest {
    @Test
    void thereAreMoreThanSixtyRolesOverSixAccounts() {
        assertThat(all()).hasSizeGreaterThan(60);
        assertThat(DemoRoles.of(DemoAccount.ARCHIVE)).isEmpty();
        assertThat(all().map(DemoRole::path).distinct()).hasSizeGreaterThan(3);
    }

    @Test
    void adminMatchesExactlyOneRoleOfTheEngineer() {
        assertThat(matching("engineer", "admin")).hasSize(1);
    }

    @Test
    void billingReaderLeavesTheEngineerAChoice() {
        assertThat(matching("engineer", "billing-reader")).hasSize(3);
    }

    @Test
    void theAdministratorIsAdminInEachOpenAccount() {
        assertThat(matching("administrator", "admin"))
                .filteredOn(role -> role.name().equals("admin"))
                .hasSize(6);
    }

    @Test
    void somebodyHasARoleForTheCommandLineAlone() {
        assertThat(matching("engineer", "pipeline"))
                .isNotEmpty()
                .allMatch(role -> !role.tags().containsKey(DemoOrganization.AUTHORIZED_TAG));
    }

    private static List<DemoRole> matching(String kind, String words) {
        LocalPerson person =
                LocalPerson.all().stream()
                        .filter(each -> each.kind().equals(kind))
                        .findFirst()
                        .orElseThrow();
        return all().filter(role -> isFor(role, Set.copyOf(person.groups())))
                .filter(role -> (role.path() + role.name()).contains(words))
                .toList();
    }

    private static boolean isFor(DemoRole role, Set<String> groups) {
        return Stream.of(DemoOrganization.AUTHORIZED_TAG, DemoOrganization.CLI_ONLY_TAG)
                .map(tag -> role.tags().getOrDefault(tag, ""))
                .flatMap(value -> Arrays.stream(value.split(":", -1)))
                .anyMatch(groups::contains);
    }

    private static Stream<DemoRole> all() {
        return Arrays.stream(DemoAccount.values())
                .flatMap(account -> DemoRoles.of(account).stream());
    }
}
