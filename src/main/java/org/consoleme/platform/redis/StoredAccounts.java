package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.accounts.AccountList;
import org.consoleme.platform.StoredJson;
import org.consoleme.platform.archive.Archive;
import org.consoleme.platform.archive.ArchivePlace;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account list where all nodes find it: Redis, and S3 for when Redis is empty or away. */
@Single
public class StoredAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(StoredAccounts.class);

    private final RedisDatabase redis;
    private final boolean enabled;
    private final String key;
    private final LastUpdated lastUpdated;
    private final Archive archive;
    private final ArchivePlace place;

    @Inject
    public StoredAccounts(
            RedisConnections connections, Archive archive, Configuration configuration) {
        RedisKeys keys = RedisKeys.from(configuration);
        redis = connections.cache();
        enabled = connections.settings().enabled();
        key = keys.accounts();
        lastUpdated = new LastUpdated(redis, keys);
        this.archive = archive;
        place =
                ArchivePlace.of(
                        configuration,
                        "cache_cloud_accounts.s3",
                        "cache_cloud_accounts/accounts_v1.json.gz");
    }

    /** Both copies; what one of them cannot take, the other still gets. */
    void write(AccountList accounts) {
        var json = AccountsJson.write(accounts);
        try {
            if (enabled) {
                redis.tell(client -> client.set(key, StoredJson.write(json)));
                lastUpdated.stamp(key, accounts.asOf());
            }
        } finally {
            archive.write(place, accounts.asOf(), out -> out.writeTree(json));
        }
    }

    /**
     * @throws ProblemException if neither could be asked
     */
    Optional<AccountList> read() {
        try {
            Optional<AccountList> cached = enabled ? fromRedis() : Optional.empty();
            if (cached.isPresent()) {
                return cached;
            }
        } catch (ProblemException away) {
            LOG.atWarn().setCause(away).log("accounts are read from the archive");
        }
        return archive.read(place)
                .flatMap(found -> AccountsJson.read(found.data(), found.lastUpdated()));
    }

    private Optional<AccountList> fromRedis() {
        return Optional.ofNullable(redis.ask(client -> client.get(key)))
                .flatMap(text -> AccountsJson.read(StoredJson.read(text), lastUpdated.of(key)));
    }
}
