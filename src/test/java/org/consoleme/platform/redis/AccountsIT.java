package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.archive.Archive;
import org.consoleme.shared.AccountId;
import org.consoleme.testing.Golden;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.Jedis;

@ExtendWith(RedisServerExtension.class)
class AccountsIT {
    private static final String S3_KEY = "cache_cloud_accounts/accounts_v1.json.gz";
    private static final String S3_GOLDEN = "cache_cloud_accounts_accounts_v1.json.gz";
    private static final Instant RECORDED = Instant.ofEpochSecond(1795256455L);

    private final TestRedis.Objects objects = new TestRedis.Objects();
    private final MapConfiguration configuration =
            TestRedis.configuration(RedisServerExtension.port())
                    .with("consoleme_s3_bucket", "cache");

    private Node node() {
        return new Node(TestRedis.connections(configuration));
    }

    private final class Node implements AutoCloseable {
        private final RedisConnections connections;
        private final RedisChannel channel;
        private final CachedAccounts accounts;

        Node(RedisConnections connections) {
            this.connections = connections;
            channel = new RedisChannel(connections, Thread.ofVirtual().factory());
            accounts =
                    new CachedAccounts(
                            new StoredAccounts(connections, new Archive(objects), configuration),
                            channel,
                            Thread.ofVirtual().factory());
            accounts.start();
        }

        @Override
        public void close() {
            accounts.close();
            channel.close();
            connections.close();
        }
    }

    @Test
    void whatConsoleMeWroteIsRead() {
        try (Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            redis.set("ALL_AWS_ACCOUNTS", Golden.redisText("ALL_AWS_ACCOUNTS"));
            redis.hset(
                    "STORE_JSON_RESULTS_IN_REDIS_AND_S3_LAST_UPDATED",
                    "ALL_AWS_ACCOUNTS",
                    "1795256455");
        }

        try (Node node = node()) {
            AccountList read = node.accounts.current();

            assertThat(read.asOf()).isEqualTo(RECORDED);
            assertThat(read.activeNames())
                    .containsEntry(new AccountId("200000000002"), "billing-prod")
                    .hasSize(4);
        }
    }

    @Test
    void withoutRedisTheCopyInS3IsRead() {
        objects.put("cache", S3_KEY, Golden.s3(S3_GOLDEN));

        try (Node node = new Node(TestRedis.away())) {
            assertThat(node.accounts.current().accounts()).hasSize(4);
            assertThat(node.accounts.current().asOf()).isEqualTo(RECORDED);
        }
    }

    @Test
    void whatWeWriteMeansTheSameToConsoleMe() {
        AccountList list =
                AccountsJson.read(Golden.parse(Golden.redisText("ALL_AWS_ACCOUNTS")), RECORDED)
                        .orElseThrow();

        try (Node node = node();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            node.accounts.replace(list);

            assertThat(withoutOurs(Golden.parse(redis.get("ALL_AWS_ACCOUNTS"))))
                    .isEqualTo(Golden.parse(Golden.redisText("ALL_AWS_ACCOUNTS")));
            assertThat(
                            redis.hget(
                                    "STORE_JSON_RESULTS_IN_REDIS_AND_S3_LAST_UPDATED",
                                    "ALL_AWS_ACCOUNTS"))
                    .isEqualTo("1795256455");
        }
        assertThat(withoutOurs(TestRedis.plain(objects.get("cache", S3_KEY).orElseThrow())))
                .isEqualTo(Golden.s3Plain(S3_GOLDEN));
    }

    /** ConsoleMe passes over the one member that we add to each row. */
    private static JsonNode withoutOurs(JsonNode written) {
        List<JsonNode> rows = written.findParents("ous_known");
        assertThat(rows).hasSize(4);
        rows.forEach(row -> ((ObjectNode) row).remove("ous_known"));
        return written;
    }

    @Test
    void unitsThatWeKnowOutliveTheListThatAConsoleMeBesideUsWrites() {
        Account placed =
                new Account(
                        new AccountId("200000000002"),
                        "billing-prod",
                        AccountStatus.ACTIVE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of("Production"),
                        true);
        try (Node node = node();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            node.accounts.replace(new AccountList(List.of(placed), RECORDED.minusSeconds(60)));
            redis.set("ALL_AWS_ACCOUNTS", Golden.redisText("ALL_AWS_ACCOUNTS"));
            redis.hset(
                    "STORE_JSON_RESULTS_IN_REDIS_AND_S3_LAST_UPDATED",
                    "ALL_AWS_ACCOUNTS",
                    "1795256455");

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> {
                                redis.publish(RedisChannel.ACCOUNTS, "");
                                assertThat(node.accounts.current().accounts()).hasSize(4);
                            });
            assertThat(node.accounts.current().find(placed.id()).orElseThrow().ous())
                    .containsExactly("Production");
            assertThat(node.accounts.current().unplaced()).isEqualTo(3);
        }
    }

    @Test
    void anotherNodeFollowsAReplacement() {
        AccountList list =
                new AccountList(
                        List.of(
                                new Account(
                                        new AccountId("000000000007"),
                                        "seven",
                                        AccountStatus.SUSPENDED,
                                        Optional.of("a@example.com"),
                                        Optional.of("prod"),
                                        List.of("Root", "Finance"),
                                        false),
                                new Account(
                                                new AccountId("000000000008"),
                                                "eight",
                                                AccountStatus.ACTIVE,
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of(),
                                                true)
                                        .withoutOus()),
                        Instant.ofEpochSecond(1772366400L));
        try (Node one = node();
                Node two = node()) {
            assertThat(two.accounts.current()).isEqualTo(AccountList.NONE);
            one.accounts.replace(list);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(two.accounts.current()).isEqualTo(list));
        }
    }

    @Test
    void aListThatCannotBeStoredIsStillCurrentHere() {
        AccountList list = new AccountList(List.of(), Instant.ofEpochSecond(5));
        try (Node node = new Node(TestRedis.away())) {
            assertThatThrownBy(() -> node.accounts.replace(list))
                    .hasMessageContaining("Redis does not answer");

            assertThat(node.accounts.current()).isEqualTo(list);
            assertThat(objects.get("cache", S3_KEY)).isPresent();
        }
    }
}
