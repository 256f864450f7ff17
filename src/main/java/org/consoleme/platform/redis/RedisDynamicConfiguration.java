package org.consoleme.platform.redis;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.consoleme.platform.StoredJson;
import org.consoleme.platform.config.YamlConfiguration;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code DYNAMIC_CONFIG_CACHE}: the dynamic configuration as JSON, for ConsoleMe's own workers,
 * which read it before each task. We read what DynamoDB has, never this.
 */
@Single
public class RedisDynamicConfiguration {
    static final String KEY = "DYNAMIC_CONFIG_CACHE";
    private static final Logger LOG = LoggerFactory.getLogger(RedisDynamicConfiguration.class);

    private final RedisDatabase redis;

    @Inject
    public RedisDynamicConfiguration(RedisConnections connections) {
        redis = connections.cache();
    }

    /** A copy only: where Redis is away, the workers keep the version that they have. */
    void changed(@Observes DynamicConfiguration next) {
        if (!(next.keys() instanceof YamlConfiguration written)) {
            return;
        }
        try {
            redis.tell(client -> client.set(KEY, StoredJson.write(written.tree())));
        } catch (ProblemException away) {
            LOG.atInfo()
                    .addKeyValue("version", next.version())
                    .addKeyValue("reason", away.problem().sentence())
                    .log("dynamic configuration not copied to redis");
        }
    }
}
