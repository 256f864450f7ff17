package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.consoleme.inventory.IamCache;
import org.consoleme.inventory.IamObject;
import org.consoleme.platform.StoredJson;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * The Redis part of the IAM cache: ConsoleMe's hashes over all accounts, and beside them our own
 * {@code consoleme:iam:{account}}, which says what was written without its documents. Where Redis
 * lost one of the two, the objects count as never written, so the next reading heals it.
 */
@Single
public class RedisIam {
    private static final String WRITTEN = "consoleme:iam:";
    private static final ScanParams PAGE = new ScanParams().count(500);

    private final RedisDatabase redis;
    private final boolean enabled;
    private final RedisKeys keys;
    private final LastUpdated lastUpdated;

    @Inject
    public RedisIam(RedisConnections connections, Configuration configuration) {
        redis = connections.cache();
        enabled = connections.settings().enabled();
        keys = RedisKeys.from(configuration);
        lastUpdated = new LastUpdated(redis, keys);
    }

    /** Only what lies in ConsoleMe's hash as well. */
    public Map<String, IamCache.Written> written(AccountId account) {
        Map<String, IamCache.Written> known = new HashMap<>();
        if (!enabled) {
            return known;
        }
        redis.ask(client -> client.hgetAll(WRITTEN + account.value()))
                .forEach(
                        (arn, text) ->
                                WrittenText.read(text)
                                        .ifPresent(written -> known.put(arn, written)));
        if (!known.isEmpty()) {
            known.keySet().retainAll(present(known));
        }
        return known;
    }

    private Collection<String> present(Map<String, IamCache.Written> known) {
        return redis.pipeline(
                pipeline -> {
                    Map<String, Response<Boolean>> answers = new HashMap<>();
                    known.forEach(
                            (arn, written) ->
                                    answers.put(
                                            arn, pipeline.hexists(keys.iam(written.kind()), arn)));
                    return () ->
                            answers.keySet().stream()
                                    .filter(arn -> answers.get(arn).get())
                                    .collect(Collectors.toSet());
                });
    }

    /** Documents first: a fingerprint without its document would never be written again. */
    public void write(List<IamCache.Entry> entries, Set<String> again, Instant at) {
        if (!enabled || entries.isEmpty()) {
            return;
        }
        Map<String, String> templates = templates(entries);
        Map<IamObject.Kind, Map<String, String>> documents = new EnumMap<>(IamObject.Kind.class);
        Map<String, Map<String, String>> fingerprints = new LinkedHashMap<>();
        for (IamCache.Entry entry : entries) {
            IamObject object = entry.object();
            documents
                    .computeIfAbsent(object.kind(), kind -> new LinkedHashMap<>())
                    .put(object.arn(), IamEntryJson.write(entry, templates.get(object.arn())));
            if (!again.contains(object.arn())) {
                fingerprints
                        .computeIfAbsent(object.account().value(), account -> new LinkedHashMap<>())
                        .put(object.arn(), WrittenText.write(entry));
            }
        }
        String stamp = Long.toString(at.getEpochSecond());
        redis.pipeline(
                pipeline -> {
                    documents.forEach(
                            (kind, fields) -> {
                                pipeline.hset(keys.iam(kind), fields);
                                pipeline.hset(keys.lastUpdated(), keys.iam(kind), stamp);
                            });
                    return () -> true;
                });
        fingerprints.forEach(
                (account, fields) -> redis.tell(client -> client.hset(WRITTEN + account, fields)));
    }

    /** ConsoleMe looks templates up by the ARN in lower case. */
    private Map<String, String> templates(List<IamCache.Entry> entries) {
        List<String> roles =
                entries.stream()
                        .map(IamCache.Entry::object)
                        .filter(object -> object.kind() == IamObject.Kind.ROLE)
                        .map(IamObject::arn)
                        .toList();
        Map<String, String> links = new HashMap<>();
        if (!roles.isEmpty()) {
            String[] fields =
                    roles.stream().map(arn -> arn.toLowerCase(Locale.ROOT)).toArray(String[]::new);
            List<String> found = redis.ask(client -> client.hmget(keys.templatedRoles(), fields));
            for (int i = 0; i < fields.length; i++) {
                links.put(roles.get(i), found.get(i));
            }
        }
        return links;
    }

    /**
     * An AWS-owned policy is one field for all accounts that use it: it is only forgotten here, and
     * ends by its ttl.
     */
    public void remove(AccountId account, Collection<IamCache.Gone> gone) {
        if (!enabled || gone.isEmpty()) {
            return;
        }
        String own = ":" + account.value() + ":";
        Map<IamObject.Kind, List<String>> documents =
                gone.stream()
                        .filter(object -> object.arn().contains(own))
                        .collect(
                                Collectors.groupingBy(
                                        IamCache.Gone::kind,
                                        Collectors.mapping(
                                                IamCache.Gone::arn, Collectors.toList())));
        documents.forEach(
                (kind, arns) ->
                        redis.tell(
                                client ->
                                        client.hdel(keys.iam(kind), arns.toArray(String[]::new))));
        String[] all = gone.stream().map(IamCache.Gone::arn).toArray(String[]::new);
        redis.tell(client -> client.hdel(WRITTEN + account.value(), all));
    }

    public void managedPolicies(AccountId account, List<String> arns) {
        if (enabled) {
            String list = StoredJson.write(arns.stream().sorted().toList());
            redis.tell(client -> client.hset(keys.managedPolicies(), account.value(), list));
        }
    }

    /**
     * Walks one of ConsoleMe's hashes in pages, and takes out on the way what has expired, whoever
     * wrote it: nobody else cleans up after an account that is gone.
     *
     * @param entry gets ARN and JSON of each entry that lives, possibly twice
     */
    public void walk(IamObject.Kind kind, Instant now, BiConsumer<String, String> entry) {
        if (!enabled) {
            return;
        }
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<Map.Entry<String, String>> page =
                    redis.ask(client -> client.hscan(keys.iam(kind), from, PAGE));
            for (Map.Entry<String, String> field : page.getResult()) {
                if (IamEntryJson.expired(field.getValue(), now)) {
                    expire(keys.iam(kind), field);
                } else {
                    entry.accept(field.getKey(), field.getValue());
                }
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        lastUpdated.stamp(keys.iam(kind), now);
    }

    /** Only if it is still what was read: a job may have written it anew meanwhile. */
    private void expire(String hash, Map.Entry<String, String> field) {
        redis.tell(
                client ->
                        client.eval(
                                Scripts.REMOVE_FIELD_IF_SAME,
                                List.of(hash),
                                List.of(field.getKey(), field.getValue())));
    }
}
