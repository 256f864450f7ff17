package org.consoleme.platform.aws;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSource;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/**
 * Which source the accounts come from, as ConsoleMe chooses: Organizations, SWAG, the
 * configuration; and the current account if that one knows none.
 */
@Single
public class AccountSourceChoice {
    private final Configuration configuration;
    private final AccountSource organizations;
    private final AccountSource configured;
    private final AccountSource current;

    @Inject
    AccountSourceChoice(
            Configuration configuration,
            AwsClients clients,
            AwsSettings settings,
            SpokeSessions sessions,
            HubIdentity identity,
            Instance<DynamicAccountNames> dynamic) {
        this(
                configuration,
                new OrganizationsAccountSource(clients, sessions, settings),
                new ConfiguredAccountSource(
                        configuration,
                        () -> dynamic.isResolvable() ? dynamic.get().get() : Map.of()),
                new CurrentAccountSource(clients, identity));
    }

    AccountSourceChoice(
            Configuration configuration,
            AccountSource organizations,
            AccountSource configured,
            AccountSource current) {
        this.configuration = configuration;
        this.organizations = organizations;
        this.configured = configured;
        this.current = current;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} if SWAG is asked for
     */
    @Produces
    @Singleton
    AccountSource chosen() {
        if (configuration.flag("cache_cloud_accounts.from_aws_organizations", false)) {
            return new OrCurrent(organizations, current);
        }
        if (configuration.flag("cache_cloud_accounts.from_swag", false)) {
            throw new Problem.Invalid(
                            "cache_cloud_accounts.from_swag",
                            "SWAG is not supported: list the accounts in account_ids_to_name, or"
                                    + " set cache_cloud_accounts.from_aws_organizations")
                    .asException();
        }
        return configuration.flag("cache_cloud_accounts.from_config", true)
                ? new OrCurrent(configured, current)
                : current;
    }

    private record OrCurrent(AccountSource source, AccountSource current) implements AccountSource {
        @Override
        public String name() {
            return source.name();
        }

        @Override
        public List<Account> read() {
            List<Account> accounts = source.read();
            return accounts.isEmpty() ? current.read() : accounts;
        }
    }
}
