package org.consoleme.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.yaml.snakeyaml.Yaml;

/**
 * A service of docker-compose-dependencies.yaml in a container of its own, for one test class.
 * Where there is no engine, or its image cannot be had, the class is aborted with that reason.
 *
 * <p>Use it as a static field with {@code @RegisterExtension}.
 */
public final class ComposeContainer implements BeforeAllCallback, AfterAllCallback {
    private static final Path COMPOSE = Path.of("docker-compose-dependencies.yaml");
    private static final Duration PULL = Duration.ofMinutes(2);
    private static final Map<String, Boolean> IMAGES = new ConcurrentHashMap<>();
    private final String image;
    private final int port;
    private final String[] command;
    private GenericContainer<?> container;

    /**
     * @param port inside the container
     * @param command in place of the service's own: a test needs no memory
     */
    public ComposeContainer(String service, int port, String... command) {
        this.image = image(service);
        this.port = port;
        this.command = command;
    }

    /** The service's image, with its version. */
    public static String image(String service) {
        try {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml().load(Files.readString(COMPOSE));
            return file.get("services").get(service).get("image").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        Assumptions.assumeTrue(
                IMAGES.computeIfAbsent(image, ComposeContainer::isHere),
                "the image " + image + " cannot be had");
        container = new GenericContainer<>(image).withExposedPorts(port).withCommand(command);
        container.start();
    }

    /** Asks once: Testcontainers itself would try each class again for two minutes. */
    private static boolean isHere(String image) {
        DockerClient docker = DockerClientFactory.lazyClient();
        try {
            docker.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return isPulled(docker, image);
        }
    }

    private static boolean isPulled(DockerClient docker, String image) {
        try {
            return docker.pullImageCmd(image)
                    .start()
                    .awaitCompletion(PULL.toSeconds(), TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            System.err.println("docker pull " + image + ": " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (container != null) {
            container.stop();
        }
    }

    public URI address() {
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port));
    }
}
