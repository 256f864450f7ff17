package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSource;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.shared.Problem;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSourcesWireTest {
    private static final String TWO_MANAGEMENT_ACCOUNTS =
            """
            policies: {role_name: ConsoleMe}
            cache_cloud_accounts: {from_aws_organizations: true}
            cache_accounts_from_aws_organizations:
              - organizations_master_account_id: "123456789012"
                organizations_master_role_to_assume: OrgReader
              - organizations_master_account_id: "400000000004"
            """;

    private IamStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = new IamStub(45, 0, 1);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void organizationsAreReadToTheirEndThroughEachManagementAccount() {
        List<Account> accounts = read(TWO_MANAGEMENT_ACCOUNTS, Map.of());

        assertThat(accounts).hasSize(45).allMatch(Account::active).allMatch(Account::ousKnown);
        assertThat(accounts.get(7).name()).isEqualTo("account-7");
        assertThat(accounts.get(7).email()).contains("aws+7@example.com");
        assertThat(stub.calls("ListAccounts")).isEqualTo(6);
        assertThat(stub.calls("AssumeRole")).isEqualTo(2);
        assertThat(stub.last("AssumeRole"))
                .containsEntry("RoleArn", "arn:aws:iam::400000000004:role/ConsoleMe");
    }

    @Test
    void oneManagementAccountThatFailsFailsTheWhole() {
        stub.answer("ListAccounts", "{\"Accounts\":[]}");
        stub.fail("ListAccounts", 400, "AccessDeniedException", 1);

        assertThat(Problems.of(() -> read(TWO_MANAGEMENT_ACCOUNTS, Map.of())))
                .isEqualTo(new Problem.Refused("AWS", "AccessDeniedException"));
    }

    @Test
    void anErrorOnALaterPageFailsTheWhole() {
        stub.answer("ListAccounts", "{\"Accounts\":[],\"NextToken\":\"20\"}");
        stub.fail("ListAccounts", 400, "AccessDeniedException", 1);

        assertThat(Problems.of(() -> read(TWO_MANAGEMENT_ACCOUNTS, Map.of())))
                .isEqualTo(new Problem.Refused("AWS", "AccessDeniedException"));
    }

    @Test
    void anAccountThatMovedToAnotherOrganizationIsActive() {
        String account =
                "{\"Accounts\":[{\"Id\":\"777777777777\",\"Name\":\"moved\",\"State\":\"%s\"}]}";
        stub.answer("ListAccounts", account.formatted("SUSPENDED"));
        stub.answer("ListAccounts", account.formatted("ACTIVE"));

        assertThat(read(TWO_MANAGEMENT_ACCOUNTS, Map.of()))
                .singleElement()
                .satisfies(moved -> assertThat(moved.active()).isTrue());
    }

    @Test
    void aRoleThatMayNotSeeUnitsStillListsAccounts() {
        stub.fail("ListRoots", 400, "AccessDeniedException", 2);

        assertThat(read(TWO_MANAGEMENT_ACCOUNTS, Map.of()))
                .hasSize(45)
                .allSatisfy(
                        account -> {
                            assertThat(account.ous()).isEmpty();
                            assertThat(account.ousKnown()).isFalse();
                        });
    }

    @Test
    void anAccountThatTheTreeMissedIsNotPlaced() {
        String none = "{\"Accounts\":[]}";
        stub.answer("ListAccountsForParent", none).answer("ListAccountsForParent", none);

        assertThat(read(TWO_MANAGEMENT_ACCOUNTS, Map.of()))
                .hasSize(45)
                .noneMatch(Account::ousKnown);
    }

    @Test
    void aTreeThatIsSeenInPartIsNotSeen() {
        stub.fail("ListOrganizationalUnitsForParent", 400, "AccessDeniedException", 2);

        assertThat(read(TWO_MANAGEMENT_ACCOUNTS, Map.of())).noneMatch(Account::ousKnown);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, SUSPENDED, ACTIVE",
        "SUSPENDED, ACTIVE, SUSPENDED",
        "PENDING_CLOSURE, ACTIVE, INACTIVE",
        "CLOSED, SUSPENDED, INACTIVE",
        "PENDING_ACTIVATION, , INACTIVE",
        "SOMETHING_NEW, ACTIVE, INACTIVE",
        ", ACTIVE, ACTIVE",
        ", PENDING_CLOSURE, INACTIVE",
        ", , INACTIVE"
    })
    void defect4StateComesBeforeStatusAndUnknownIsInactive(
            String state, String status, AccountStatus expected) {
        assertThat(OrganizationsAccountSource.status(state, status)).isEqualTo(expected);
    }

    @Test
    void noManagementAccountIsAMistakeAndNotAnEmptyOrganization() {
        assertThat(
                        Problems.of(
                                () ->
                                        read(
                                                "cache_cloud_accounts: {from_aws_organizations: true}",
                                                Map.of())))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        p ->
                                assertThat(p.field())
                                        .isEqualTo("cache_accounts_from_aws_organizations"));
    }

    @Test
    void theStaticConfigurationWinsOverTheDynamicOne() {
        List<Account> accounts =
                read(
                        "account_ids_to_name: {\"200000000002\": [billing, owner], 22222222222: padded}",
                        Map.of("200000000002", "old name", "300000000003", "data"));

        assertThat(accounts)
                .extracting(account -> account.id() + " " + account.name())
                .containsExactly(
                        "022222222222 padded", "200000000002 billing", "300000000003 data");
    }

    @Test
    void aBadNumberIsNamed() {
        assertThat(Problems.of(() -> read("account_ids_to_name: {billing: x}", Map.of())))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        p -> assertThat(p.field()).isEqualTo("account_ids_to_name"));
    }

    @Test
    void withoutAnyOtherTheCurrentAccountIsTaken() {
        assertThat(read("{}", Map.of()))
                .extracting(account -> account.id() + " " + account.name())
                .containsExactly("123456789012 stub-hub");
    }

    @Test
    void anAliasThatWeMayNotSeeLeavesTheNumber() {
        stub.fail("ListAccountAliases", 403, "AccessDenied", 1);

        assertThat(read("cache_cloud_accounts: {from_config: false}", Map.of()))
                .extracting(Account::name)
                .containsExactly("123456789012");
    }

    @Test
    void swagSaysThatItIsNotSupported() {
        assertThat(Problems.of(() -> read("cache_cloud_accounts: {from_swag: true}", Map.of())))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        p -> assertThat(p.reason()).contains("SWAG is not supported"));
    }

    private List<Account> read(String yaml, Map<String, String> dynamic) {
        AwsSettings settings = AwsSettings.from(YamlConfiguration.of(yaml));
        try (Aws aws = new Aws(stub.endpoint(), settings, Clock.systemUTC())) {
            AccountSource source =
                    new AccountSourceChoice(
                                    YamlConfiguration.of(yaml),
                                    new OrganizationsAccountSource(
                                            aws.clients, aws.sessions, settings),
                                    new ConfiguredAccountSource(
                                            YamlConfiguration.of(yaml), () -> dynamic),
                                    new CurrentAccountSource(aws.clients, aws.hub))
                            .chosen();
            return source.read();
        }
    }
}
