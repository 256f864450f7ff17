package org.consoleme.platform.iam;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consoleme.inventory.IamCache;
import org.consoleme.platform.archive.Archive;
import org.consoleme.platform.dynamo.DynamoIamRoles;
import org.consoleme.platform.redis.RedisIam;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/**
 * ConsoleMe's table of roles, then its hashes, then our fingerprints: what failed half-way has no
 * fingerprint, and is written again by the next reading.
 */
@Single
public class ConsoleMeIamCache implements IamCache {
    private final DynamoIamRoles table;
    private final RedisIam redis;
    private final Archive archive;
    private final IamArchivePlaces places;
    private final Clock clock;

    @Inject
    public ConsoleMeIamCache(
            DynamoIamRoles table,
            RedisIam redis,
            Archive archive,
            Configuration configuration,
            Clock clock) {
        this.table = table;
        this.redis = redis;
        this.archive = archive;
        places = new IamArchivePlaces(configuration);
        this.clock = clock;
    }

    @Override
    public Map<String, Written> written(AccountId account) {
        return redis.written(account);
    }

    @Override
    public void write(List<Entry> entries) {
        Set<String> again = table.write(entries);
        redis.write(entries, again, clock.instant());
    }

    @Override
    public void remove(AccountId account, Collection<Gone> gone) {
        table.remove(account, gone);
        redis.remove(account, gone);
    }

    @Override
    public void managedPolicies(AccountId account, List<String> arns) {
        redis.managedPolicies(account, arns);
        archive.write(
                places.managedPolicies(account),
                clock.instant(),
                json -> json.writePOJO(arns.stream().sorted().toList()));
    }
}
