package org.consoleme.platform.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Single;

/**
 * {@code consoleme:index:{account}} and the hashes of their versions and ages, in the cache
 * database.
 */
@Single
public class RedisAccountIndexes implements AccountIndexes {
    private static final String INDEX = "consoleme:index:";
    private static final String VERSIONS = "consoleme:index:versions";
    private static final String AGES = "consoleme:index:ages";

    private final RedisDatabase redis;
    private final RedisChannel channel;

    @Inject
    public RedisAccountIndexes(RedisConnections connections, RedisChannel channel) {
        redis = connections.cache();
        this.channel = channel;
    }

    @Override
    public void publish(AccountIndex index) {
        byte[] bytes = AccountIndexJson.write(index);
        redis.tell(client -> client.set(key(index.account()), bytes));
        redis.tell(client -> client.hset(AGES, index.account().value(), index.asOf().toString()));
        redis.tell(client -> client.hset(VERSIONS, index.account().value(), index.version()));
        channel.publish(RedisChannel.INDEXES);
    }

    @Override
    public void retire(AccountId account) {
        redis.tell(client -> client.hdel(VERSIONS, account.value()));
        redis.tell(client -> client.hdel(AGES, account.value()));
        redis.tell(client -> client.del(key(account)));
        channel.publish(RedisChannel.INDEXES);
    }

    @Override
    public Map<AccountId, String> versions() {
        Map<AccountId, String> versions = new HashMap<>();
        redis.ask(client -> client.hgetAll(VERSIONS))
                .forEach(
                        (account, version) -> {
                            if (AccountId.isAccountId(account)) {
                                versions.put(new AccountId(account), version);
                            }
                        });
        return versions;
    }

    /** What is no instant is as if it were not there. */
    @Override
    public Map<AccountId, Instant> ages() {
        Map<AccountId, Instant> ages = new HashMap<>();
        redis.ask(client -> client.hgetAll(AGES))
                .forEach(
                        (account, text) ->
                                instant(text)
                                        .filter(at -> AccountId.isAccountId(account))
                                        .ifPresent(at -> ages.put(new AccountId(account), at)));
        return ages;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException ofAnotherFormat) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<AccountIndex> read(AccountId account) {
        return Optional.ofNullable(redis.ask(client -> client.get(key(account))))
                .flatMap(bytes -> AccountIndexJson.read(account, bytes));
    }

    @Override
    public void onChange(Runnable listener) {
        channel.listen(RedisChannel.INDEXES, listener);
    }

    private static byte[] key(AccountId account) {
        return (INDEX + account.value()).getBytes(UTF_8);
    }
}
