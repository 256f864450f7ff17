package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** With a Docker engine one gets what the stack starts by itself: as new, and at the same ports. */
class ComposeFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"redis", "dynamodb", "aws"})
    void everyImageHasItsVersion(String service) {
        assertThat(ComposeContainer.image(service))
                .matches("[a-z0-9/-]+:[0-9]+\\.[0-9]+\\.[0-9].*");
    }

    @Test
    void theVersionsAreThoseOfTheStack() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains(
                        "<dynamodb-local.version>"
                                + version("dynamodb")
                                + "</dynamodb-local.version>");
        assertThat(MotoEnvironment.resource("requirements.txt"))
                .contains("==" + version("aws") + "\n");
    }

    @Test
    void thePortsAreTheStacksOwnOnLoopbackAlone() throws IOException {
        Ports usual = Ports.from(Map.of());

        assertThat(published("redis")).startsWith("127.0.0.1:" + usual.redis() + ":");
        assertThat(published("dynamodb")).startsWith("127.0.0.1:" + usual.dynamodb() + ":");
        assertThat(published("aws")).startsWith("127.0.0.1:" + usual.aws() + ":");
    }

    private static String version(String service) {
        String image = ComposeContainer.image(service);
        return image.substring(image.indexOf(':') + 1);
    }

    private static String published(String service) throws IOException {
        Map<String, Map<String, Map<String, List<String>>>> file =
                new Yaml().load(Files.readString(Path.of("docker-compose-dependencies.yaml")));
        List<String> ports = file.get("services").get(service).get("ports");
        assertThat(ports).hasSize(1);
        return ports.getFirst();
    }
}
