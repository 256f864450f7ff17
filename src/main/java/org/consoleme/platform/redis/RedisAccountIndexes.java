package org.consoleme.platform.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Single;

/** {@code consoleme:index:{account}} and the hash of their versions, in the cache database. */
@Single
public class RedisAccountIndexes implements AccountIndexes {
    private static final String INDEX = "consoleme:index:";
    private static final String VERSIONS = "consoleme:index:versions";

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
        redis.tell(client -> client.hset(VERSIONS, index.account().value(), index.version()));
        channel.publish(RedisChannel.INDEXES);
    }

    @Override
    public void retire(AccountId account) {
        redis.tell(client -> client.hdel(VERSIONS, account.value()));
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
