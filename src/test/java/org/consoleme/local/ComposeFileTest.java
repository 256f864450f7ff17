package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** With a Docker engine one gets what the stack starts by itself: as new, and at the same ports. */
class ComposeFileTest {
    private static final Path FILE = Path.of("docker-compose-dependencies.yaml");

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

    /** As the stack's own stand-in: with a memory, and the same ids on every machine. */
    @Test
    void theAwsRunsTheStacksOwnScript() throws IOException {
        Map<String, Object> aws = service("aws");

        assertThat(aws.get("entrypoint"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains("/stack/moto_stack.py", "/data/journal.jsonl");
        assertThat(aws.get("volumes"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains(
                        "aws:/data",
                        "./src/test/resources/local/moto_stack.py:/stack/moto_stack.py:ro");
        assertThat(Path.of("src/test/resources/local/moto_stack.py")).isRegularFile();
    }

    /** What it tells people to type must lead to its containers. */
    @Test
    void theVariablesOfItsHeaderAreThoseOfItsPorts() throws IOException {
        Map<String, String> variables =
                Pattern.compile("(LOCAL_STACK_[A-Z_]+)=(\\S+)")
                        .matcher(Files.readString(FILE))
                        .results()
                        .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));

        StackSettings settings = StackSettings.from(Path.of("/project"), variables);

        assertThat(variables).hasSize(3);
        assertThat(settings.redis()).hasValueSatisfying(it -> isPublished("redis", it));
        assertThat(settings.dynamodb())
                .hasValueSatisfying(it -> isPublished("dynamodb", it.getAuthority()));
        assertThat(settings.aws()).hasValueSatisfying(it -> isPublished("aws", it.getAuthority()));
    }

    private static void isPublished(String service, String hostAndPort) {
        try {
            assertThat(published(service)).startsWith(hostAndPort + ":");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(String service) {
        String image = ComposeContainer.image(service);
        return image.substring(image.indexOf(':') + 1);
    }

    private static String published(String service) throws IOException {
        assertThat(service(service).get("ports"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .hasSize(1);
        return ((List<?>) service(service).get("ports")).getFirst().toString();
    }

    private static Map<String, Object> service(String service) throws IOException {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(FILE));
        return file.get("services").get(service);
    }
}
