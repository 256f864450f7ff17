package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ConsoleMeYamlTest {
    @TempDir private Path state;

    @Test
    void anotherNodeHasItsNameAndItsOwnKeysAndElseTheSame() throws IOException {
        ConsoleMeYaml.write(StackSettings.from(Path.of("/project"), Map.of()), state);
        Map<String, Object> first = read();

        Path file =
                ConsoleMeYaml.writeFor(
                        new ServerNode(
                                "second", Map.of("jobs", Map.of("enabled", false)), Map.of()),
                        state);

        Map<String, Object> keys = new Yaml().load(Files.readString(file));
        assertThat(keys)
                .containsAllEntriesOf(first)
                .containsEntry("node", Map.of("name", "second"))
                .containsEntry("jobs", Map.of("enabled", false))
                .hasSize(first.size() + 2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theFileSaysWhatTheStackIsMadeOf() throws IOException {
        StackSettings settings = StackSettings.from(Path.of("/project"), Map.of());

        ConsoleMeYaml.write(settings, state);

        Map<String, Object> keys = read();
        assertThat(keys)
                .containsEntry("url", "http://127.0.0.1:8081")
                .containsEntry("consoleme_s3_bucket", "consoleme-cache")
                .containsEntry("policies", Map.of("role_name", "ConsoleMeSpoke"))
                .containsEntry(
                        "redis",
                        Map.of("host", Map.of("global", "127.0.0.1"), "port", 8085, "db", 0))
                .doesNotContainKey("dynamodb");
        assertThat(keys.get("auth"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("user_header_name", "user_header")
                .containsEntry("groups_header_name", "groups_header")
                .containsEntry("trusted_proxies", List.of("127.0.0.1/32"));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(state.resolve("consoleme.yaml"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theTokenSecretOutlivesARestart() throws IOException {
        StackSettings settings = StackSettings.from(Path.of("/project"), Map.of());
        ConsoleMeYaml.write(settings, state);
        Object first = read().get("jwt_secret");

        ConsoleMeYaml.write(settings, state);

        assertThat(read().get("jwt_secret")).isEqualTo(first).asString().hasSize(64);
    }

    @Test
    void inAnotherDynamoDbNoTableIsMade() {
        StackSettings settings =
                StackSettings.from(
                        Path.of("/project"),
                        Map.of("LOCAL_STACK_DYNAMODB", "http://dynamodb.example.com"));

        assertThat(ConsoleMeYaml.keys(settings, "secret"))
                .containsEntry("dynamodb", Map.of("create_tables", false));
    }

    private Map<String, Object> read() throws IOException {
        return new Yaml().load(Files.readString(state.resolve("consoleme.yaml")));
    }
}
