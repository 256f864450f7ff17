package org.consoleme.platform.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/** Where a node looks for its configuration: its folders, its environment, and what AWS has. */
final class ConfigurationPlaces {
    private final Path directory;
    final Map<String, String> variables = new HashMap<>();
    final Map<String, String> remote = new HashMap<>();
    final Path work;
    private final Path home;

    ConfigurationPlaces(Path directory) throws IOException {
        this.directory = directory;
        work = Files.createDirectories(directory.resolve("work"));
        home = Files.createDirectories(directory.resolve("home"));
    }

    ConfigurationFiles.Loaded load() {
        Environment environment = new Environment(variables, Map.of(), work, home, directory);
        return new ConfigurationFiles(environment, Fetched::new).load();
    }

    Path write(String file, String yaml) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, yaml);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    final class Fetched implements RemoteText {
        @Override
        public byte[] object(String bucket, String key) {
            return fetch("s3://" + bucket + "/" + key, "S3");
        }

        @Override
        public byte[] secret(String name) {
            return fetch("AWS_SECRETS_MANAGER:" + name, "Secrets Manager");
        }

        private byte[] fetch(String place, String service) {
            if (!remote.containsKey(place)) {
                throw new ProblemException(
                        new Problem.Unavailable(service, Duration.ofSeconds(60)));
            }
            return remote.get(place).getBytes(StandardCharsets.UTF_8);
        }
    }
}
