package org.consoleme.platform.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.inventory.IamArchive;
import org.consoleme.inventory.IamObject;
import org.consoleme.platform.ObjectStore;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.platform.archive.Archive;
import org.consoleme.platform.archive.ArchivePlace;
import org.consoleme.platform.redis.RedisConnections;
import org.consoleme.platform.redis.RedisIam;
import org.consoleme.shared.AccountId;
import org.consoleme.testing.Golden;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.Jedis;

@ExtendWith(RedisServerExtension.class)
class IamArchiveIT {
    private static final ProcessRegion REGION = new ProcessRegion("us-east-1");
    private static final Instant AT = Instant.ofEpochSecond(1795256473L);
    private static final AccountId ACCOUNT = new AccountId("200000000002");
    private static final String GROUPS =
            "account_resource_cache/cache_iam_groups_200000000002_v1.json.gz";
    private static final String ALL_GROUPS = "account_resource_cache/cache_all_groups_v1.json.gz";
    private static final String DETAILS =
            "get_account_authorization_details/"
                    + "get_account_authorization_details_200000000002_v1.json.gz";

    private final Map<String, byte[]> objects = new HashMap<>();
    private final Archive archive =
            new Archive(
                    new ObjectStore() {
                        @Override
                        public void put(String bucket, String key, byte[] content) {
                            objects.put(key, content);
                        }

                        @Override
                        public Optional<byte[]> get(String bucket, String key) {
                            return Optional.ofNullable(objects.get(key));
                        }
                    });

    private static MapConfiguration redis() {
        return MapConfiguration.empty()
                .with("redis.host.global", "127.0.0.1")
                .with("redis.port", RedisServerExtension.port());
    }

    private JsonNode data(String key) {
        return archive.read(new ArchivePlace(Optional.of("cache"), key)).orElseThrow().data();
    }

    private static IamObject group(JsonNode document) {
        return new IamObject(
                IamObject.Kind.GROUP,
                document.path("Arn").asText(),
                document.path("GroupName").asText(),
                document.path("GroupId").asText(),
                ACCOUNT,
                "{}",
                document::toString,
                Map.of(),
                Optional.empty());
    }

    @Test
    void anAccountsObjectsAreWrittenAsConsoleMeWritesThem() {
        MapConfiguration configuration = redis().with("consoleme_s3_bucket", "cache");
        JsonNode golden = Golden.s3Plain(GROUPS.replace('/', '_')).path("data");
        try (RedisConnections connections = new RedisConnections(configuration, REGION)) {
            IamArchive tested =
                    new S3IamArchive(
                            archive, new RedisIam(connections, configuration), configuration);
            try (IamArchive.Session session = tested.open(ACCOUNT)) {
                golden.forEach(document -> session.add(group(document)));
                session.commit(AT);
            }
        }

        assertThat(data(GROUPS)).isEqualTo(golden);
        assertThat(data(DETAILS).path("GroupDetailList")).isEqualTo(golden);
        assertThat(data(DETAILS).path("UserDetailList").isEmpty()).isTrue();
        assertThat(objects).hasSize(5);
    }

    @Test
    void whatIsNotCommittedIsNotStored() {
        MapConfiguration configuration = redis().with("consoleme_s3_bucket", "cache");
        try (RedisConnections connections = new RedisConnections(configuration, REGION);
                IamArchive.Session session =
                        new S3IamArchive(
                                        archive,
                                        new RedisIam(connections, configuration),
                                        configuration)
                                .open(ACCOUNT)) {
            session.add(group(Golden.parse("{\"Arn\": \"a\"}")));
        }

        assertThat(objects).isEmpty();
    }

    @Test
    void theCombinedObjectHoldsTheWholeHash() {
        MapConfiguration configuration = redis().with("consoleme_s3_bucket", "cache");
        try (RedisConnections connections = new RedisConnections(configuration, REGION);
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            Golden.redisHash("IAM_GROUP_CACHE")
                    .properties()
                    .forEach(
                            field ->
                                    redis.hset(
                                            "IAM_GROUP_CACHE",
                                            field.getKey(),
                                            field.getValue().asText()));
            new S3IamArchive(archive, new RedisIam(connections, configuration), configuration)
                    .combine(AT);
        }

        assertThat(data(ALL_GROUPS))
                .isEqualTo(Golden.s3Plain(ALL_GROUPS.replace('/', '_')).path("data"));
        assertThat(objects).hasSize(4);
    }

    @Test
    void withoutABucketNothingIsStored() {
        MapConfiguration configuration = redis();
        try (RedisConnections connections = new RedisConnections(configuration, REGION)) {
            IamArchive tested =
                    new S3IamArchive(
                            archive, new RedisIam(connections, configuration), configuration);
            tested.combine(AT);
            try (IamArchive.Session session = tested.open(ACCOUNT)) {
                session.commit(AT);
            }
        }

        assertThat(objects).isEmpty();
    }
}
