package org.consoleme.platform.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.ObjectStore;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final Instant AT = Instant.ofEpochSecond(1795256473L);

    private final Map<String, byte[]> objects = new HashMap<>();
    private final Archive archive =
            new Archive(
                    new ObjectStore() {
                        @Override
                        public void put(String bucket, String key, byte[] content) {
                            objects.put(bucket + "/" + key, content);
                        }

                        @Override
                        public Optional<byte[]> get(String bucket, String key) {
                            return Optional.ofNullable(objects.get(bucket + "/" + key));
                        }
                    });

    private static ArchivePlace place(String key) {
        return new ArchivePlace(Optional.of("cache"), key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account_resource_cache_cache_iam_groups_200000000002_v1.json.gz",
                "account_resource_cache_cache_all_groups_v1.json.gz",
                "cache_cloud_accounts_accounts_v1.json.gz"
            })
    void whatConsoleMeWroteIsReadAndWrittenWithTheSameMeaning(String name) {
        objects.put("cache/theirs.json.gz", Golden.s3(name));
        Archive.Archived theirs = archive.read(place("theirs.json.gz")).orElseThrow();

        archive.write(
                place("ours.json.gz"), theirs.lastUpdated(), out -> out.writeTree(theirs.data()));

        assertThat(theirs.data()).isEqualTo(Golden.s3Plain(name).path("data"));
        assertThat(archive.read(place("ours.json.gz"))).contains(theirs);
    }

    @Test
    void aKeyWithoutGzIsPlainText() {
        archive.write(place("plain.json"), AT, out -> out.writeString("x"));

        assertThat(new String(objects.get("cache/plain.json"), UTF_8))
                .startsWith("{")
                .contains("1795256473");
        assertThat(archive.read(place("plain.json")).orElseThrow().data().asText()).isEqualTo("x");
    }

    @Test
    void withoutABucketNothingIsKept() {
        ArchivePlace none = new ArchivePlace(Optional.empty(), "a.json");

        archive.write(none, AT, out -> out.writeString("x"));

        assertThat(objects).isEmpty();
        assertThat(archive.read(none)).isEmpty();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(archive.read(place("none.json"))).isEmpty();
    }

    @Test
    void whatIsNoEnvelopeIsAProblemAndNotEmpty() {
        objects.put("cache/broken.json.gz", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> archive.read(place("broken.json.gz")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aPlaceFollowsConsoleMesOverrides() {
        MapConfiguration configuration =
                MapConfiguration.empty()
                        .with("consoleme_s3_bucket", "common")
                        .with("a.s3.bucket", "own")
                        .with("b.s3.file", "other/{account_id}/{resource_type}");
        AccountId account = new AccountId("200000000002");

        assertThat(ArchivePlace.of(configuration, "a.s3", "k"))
                .isEqualTo(new ArchivePlace(Optional.of("own"), "k"));
        assertThat(ArchivePlace.of(configuration, "b.s3", "k").ofAccount(account).ofType("iam"))
                .isEqualTo(new ArchivePlace(Optional.of("common"), "other/200000000002/iam"));
        assertThat(ArchivePlace.of(MapConfiguration.empty(), "a.s3", "k").bucket()).isEmpty();
    }
}
