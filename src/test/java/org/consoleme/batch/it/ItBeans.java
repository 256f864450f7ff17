package org.consoleme.batch.it;

import static org.consoleme.fakes.InMemoryAccounts.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.consoleme.access.AuthorizationMappings;
import org.consoleme.access.ConfiguredEntitlements;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSource;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.accounts.Accounts;
import org.consoleme.audit.AuditTrail;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryAuthorizationMappings;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.InMemoryLeases;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.ScriptedAccountSource;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.inventory.IamArchive;
import org.consoleme.inventory.IamCache;
import org.consoleme.operations.Administrators;
import org.consoleme.operations.JobRuns;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** Stand-ins for all ports: six accounts, one of which cannot be read, and a suspended one. */
@Single
public class ItBeans {
    private static final Account[] ACCOUNTS = {
        account("111111111111", "one"),
        account("222222222222", "two"),
        account("333333333333", "three"),
        account("444444444444", "four"),
        account("555555555555", "five"),
        account("666666666666", "broken"),
        account("777777777777", "suspended", AccountStatus.SUSPENDED, true)
    };

    private static Path data() {
        return Path.of(System.getProperty("jobs.it.data"));
    }

    @Produces
    @Singleton
    Configuration configuration() {
        return new MapConfiguration(
                Map.of(
                        "node.name", "it-node",
                        "jobs.threads", 2,
                        "jobs.accounts.every_seconds", 0,
                        "jobs.account_iam.every_seconds", 0,
                        "jobs.authorization.every_seconds", 0));
    }

    /** For the servlet and, as the port, for the jobs. */
    @Produces
    @Singleton
    HeldIamReader reader() {
        return new HeldIamReader(data().resolve("reads.log"));
    }

    @Produces
    @Singleton
    JobRuns runs() {
        return new StoredJobRuns(data().resolve("runs.json"));
    }

    @Produces
    @Singleton
    AccountSource source() {
        ScriptedAccountSource source = new ScriptedAccountSource();
        source.says(ACCOUNTS);
        return source;
    }

    @Produces
    @Singleton
    Accounts accounts() {
        return InMemoryAccounts.of(Instant.EPOCH, ACCOUNTS);
    }

    @Produces
    @Singleton
    Leases leases(Clock clock) {
        return new InMemoryLeases(clock);
    }

    @Produces
    @Singleton
    IamCache cache() {
        return new InMemoryIamCache();
    }

    @Produces
    @Singleton
    IamArchive archive() {
        return new InMemoryIamArchive();
    }

    @Produces
    @Singleton
    AccountIndexes indexes() {
        return new InMemoryAccountIndexes();
    }

    @Produces
    @Singleton
    AuthorizationMappings mappings() {
        return new InMemoryAuthorizationMappings();
    }

    @Produces
    @Singleton
    ConfiguredEntitlements entitlements() {
        return Map::of;
    }

    @Produces
    @Singleton
    AuditTrail audit() {
        return new InMemoryAuditTrail();
    }

    @Produces
    @Singleton
    Administrators administrators() {
        return any -> true;
    }
}
