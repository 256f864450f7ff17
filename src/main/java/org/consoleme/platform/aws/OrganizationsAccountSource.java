package org.consoleme.platform.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSource;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/**
 * The accounts of one or several AWS organizations. One management account that does not answer
 * fails the whole reading.
 */
public class OrganizationsAccountSource implements AccountSource {
    private final AwsClients clients;
    private final SpokeSessions sessions;
    private final AwsSettings settings;

    OrganizationsAccountSource(AwsClients clients, SpokeSessions sessions, AwsSettings settings) {
        this.clients = clients;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "organizations";
    }

    @Override
    public List<Account> read() {
        if (settings.organizations().isEmpty()) {
            throw new Problem.Invalid(
                            "cache_accounts_from_aws_organizations",
                            "names no management account, but accounts are to come from there")
                    .asException();
        }
        Map<AccountId, Account> found = new LinkedHashMap<>();
        for (AwsSettings.ManagementAccount management : settings.organizations()) {
            read(management)
                    .forEach(
                            account ->
                                    found.merge(
                                            account.id(),
                                            account,
                                            OrganizationsAccountSource::theActiveOne));
        }
        return List.copyOf(found.values());
    }

    /** An account that moved stands in its old organization for a while, closed or suspended. */
    private static Account theActiveOne(Account first, Account second) {
        return second.active() && !first.active() ? second : first;
    }

    private List<Account> read(AwsSettings.ManagementAccount management) {
        AwsCredentialsProvider keys =
                management
                        .role()
                        .map(role -> sessions.role(management.id(), role))
                        .orElseGet(() -> sessions.spoke(management.id()));
        try (OrganizationsClient organizations = clients.organizations(keys)) {
            Optional<Map<String, List<String>>> paths = new OrganizationTree(organizations).paths();
            return organizations.listAccountsPaginator().stream()
                    .flatMap(page -> page.accounts().stream())
                    .map(account -> account(account, paths))
                    .toList();
        } catch (SdkException error) {
            throw AwsErrors.problem(error);
        }
    }

    private static Account account(
            software.amazon.awssdk.services.organizations.model.Account account,
            Optional<Map<String, List<String>>> paths) {
        String name = account.name();
        return new Account(
                new AccountId(account.id()),
                name == null || name.isBlank() ? account.id() : name,
                status(account.stateAsString(), account.statusAsString()),
                Optional.ofNullable(account.email()),
                Optional.empty(),
                paths.map(known -> known.getOrDefault(account.id(), List.of())).orElse(List.of()),
                true,
                paths.filter(known -> known.containsKey(account.id())).isPresent());
    }

    /**
     * AWS retires {@code Status} for {@code State}, so the latter counts where both are given.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html">Account</a>
     */
    static AccountStatus status(String state, String status) {
        String word = state != null ? state : status;
        return switch (word == null ? "" : word) {
            case "ACTIVE" -> AccountStatus.ACTIVE;
            case "SUSPENDED" -> AccountStatus.SUSPENDED;
            default -> AccountStatus.INACTIVE;
        };
    }
}
