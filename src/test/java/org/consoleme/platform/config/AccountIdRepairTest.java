package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountIdRepairTest {

    @Test
    void lostLeadingZerosComeBackWhereAKeyHoldsAccountIds() {
        AccountIdRepair.Repaired repaired =
                repaired(
                        """
                        account_ids_to_name: {12345678901: hub}
                        aws: {account_number: 1234567890, compliance_account_ids: [98765432109]}
                        celery: {test_account_ids: [12345678901]}
                        cache_accounts_from_aws_organizations:
                        - organizations_master_account_id: 12345678901
                        policies: {external_ids: {12345678901: x}}
                        dynamic_config: {account_ids_to_name: {12345678901: y}}
                        """);
        assertThat(repaired.tree())
                .containsEntry("account_ids_to_name", Map.of("012345678901", "hub"))
                .containsEntry(
                        "aws",
                        Map.of(
                                "account_number",
                                "001234567890",
                                "compliance_account_ids",
                                List.of("098765432109")))
                .containsEntry("celery", Map.of("test_account_ids", List.of("012345678901")))
                .containsEntry(
                        "cache_accounts_from_aws_organizations",
                        List.of(Map.of("organizations_master_account_id", "012345678901")))
                .containsEntry("policies", Map.of("external_ids", Map.of("012345678901", "x")))
                .containsEntry(
                        "dynamic_config",
                        Map.of("account_ids_to_name", Map.of("012345678901", "y")));
        assertThat(repaired.notes())
                .hasSize(7)
                .contains(
                        "account_ids_to_name: 12345678901 is read as account 012345678901; put it in quotes");
    }

    @Test
    void wholeIdsAndOtherKeysStayAsTheyAre() {
        AccountIdRepair.Repaired repaired =
                repaired("account_ids_to_name: {012345670123: a, '123456789012': b}\nport: 8081");
        assertThat(repaired.tree())
                .containsEntry(
                        "account_ids_to_name", Map.of("012345670123", "a", "123456789012", "b"))
                .containsEntry("port", 8081);
        assertThat(repaired.notes()).isEmpty();
    }

    @Test
    void whatIsNoAccountIdIsReportedWithoutBeingShown() {
        assertThat(repaired("account_ids_to_name: {production: 1}").notes())
                .containsExactly(
                        "account_ids_to_name: holds something that is not an account id of 12 digits");
    }

    private static AccountIdRepair.Repaired repaired(String yaml) {
        return AccountIdRepair.inStatic(
                YamlTree.asTree((Map<?, ?>) SafeYaml.read("yaml", yaml).value()));
    }
}
