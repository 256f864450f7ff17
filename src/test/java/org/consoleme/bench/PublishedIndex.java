package org.consoleme.bench;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.IntStream;
import org.consoleme.accounts.AccountList;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.platform.ObjectStore;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.platform.archive.Archive;
import org.consoleme.platform.redis.CachedAccounts;
import org.consoleme.platform.redis.RedisAccountIndexes;
import org.consoleme.platform.redis.RedisChannel;
import org.consoleme.platform.redis.RedisConnections;
import org.consoleme.platform.redis.StoredAccounts;

/** The stored index in a real Redis, by the classes that the server uses. */
final class PublishedIndex implements AutoCloseable {
    private final RedisConnections connections;
    private final AccountIndexes indexes;

    PublishedIndex(int redisPort) {
        connections =
                new RedisConnections(
                        MapConfiguration.empty()
                                .with("redis.host.global", "127.0.0.1")
                                .with("redis.port", redisPort),
                        new ProcessRegion("us-east-1"));
        indexes =
                new RedisAccountIndexes(connections, new RedisChannel(connections, new Threads()));
    }

    AccountIndexes indexes() {
        return indexes;
    }

    void publish(RoleUniverse roles) {
        for (int account = 0; account < roles.accounts(); account++) {
            indexes.publish(roles.account(account));
        }
    }

    /** The accounts of these roles, named as people name accounts. */
    void publishAccounts(RoleUniverse roles) {
        RedisChannel channel = new RedisChannel(connections, new Threads());
        new CachedAccounts(
                        new StoredAccounts(
                                connections,
                                new Archive(new NoObjects()),
                                MapConfiguration.empty()),
                        channel,
                        new Threads())
                .replace(
                        new AccountList(
                                IntStream.range(0, roles.accounts())
                                        .mapToObj(roles::describe)
                                        .toList(),
                                Instant.now()));
    }

    @Override
    public void close() {
        connections.close();
    }

    /** No bucket is configured, so none is ever asked for. */
    private static final class NoObjects implements ObjectStore {
        @Override
        public void put(String bucket, String key, byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> get(String bucket, String key) {
            throw new UnsupportedOperationException();
        }
    }

    /** Nobody listens here, so none is ever asked for. */
    private static final class Threads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            return Thread.ofPlatform().daemon().unstarted(work);
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            return ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        }
    }
}
