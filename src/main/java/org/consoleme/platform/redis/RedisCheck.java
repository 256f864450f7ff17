package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.operations.Check;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import redis.clients.jedis.UnifiedJedis;

/**
 * Whether Redis answers. Without it credentials and requests still work, so it is never down, only
 * degraded. Tells of Celery's keys in our coordination database, by name and never by enumeration.
 */
@Single
public class RedisCheck implements Check {
    private static final List<String> CELERY =
            List.of(
                    "celery",
                    "unacked",
                    "unacked_index",
                    "unacked_mutex",
                    "_kombu.binding.celery",
                    "_kombu.binding.celery.pidbox",
                    "_kombu.binding.celeryev",
                    "_kombu.binding.reply.celery.pidbox");

    private final RedisSettings settings;
    private final RedisDatabase cache;
    private final RedisDatabase coordination;

    @Inject
    public RedisCheck(RedisConnections connections) {
        settings = connections.settings();
        cache = connections.cache();
        coordination = connections.coordination();
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean partOfReadiness() {
        return true;
    }

    @Override
    public Finding look() {
        if (!settings.enabled()) {
            return Finding.degraded(
                    "switched off: host, port or db is null",
                    "Jobs, Slack and weep's sign-in need Redis: set redis.host.global.");
        }
        try {
            cache.tell(UnifiedJedis::ping);
            return found(celery());
        } catch (ProblemException away) {
            return Finding.degraded(
                    "no answer from " + settings.host() + ":" + settings.port(),
                    "Start Redis, or correct redis.host, redis.port and the network's rules.");
        }
    }

    private Finding found(List<String> celery) {
        String databases = settings.database() + " and " + settings.coordinationDatabase();
        return celery.isEmpty()
                ? Finding.up("databases " + databases)
                : new Finding(
                        State.UP,
                        "databases "
                                + databases
                                + "; Celery's keys lie in "
                                + settings.coordinationDatabase()
                                + ": "
                                + String.join(", ", celery),
                        Optional.of(
                                "ConsoleMe's Celery uses this database. Ours keeps to keys that"
                                        + " begin with consoleme: and harms nothing; to keep the two"
                                        + " apart set redis.coordination_db to a database of its"
                                        + " own."));
    }

    private List<String> celery() {
        List<Boolean> present =
                coordination.pipeline(
                        pipeline -> {
                            var answers = CELERY.stream().map(pipeline::exists).toList();
                            return () -> answers.stream().map(answer -> answer.get()).toList();
                        });
        return CELERY.stream().filter(key -> present.get(CELERY.indexOf(key))).toList();
    }
}
