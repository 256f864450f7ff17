package org.consoleme.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/**
 * Finds the top-level file and everything it extends, and merges them: depth first in the order
 * listed, the first value wins. Nothing is written to disk.
 */
final class ConfigurationFiles {
    private static final int MAX_FILES = 64;
    private static final int MAX_EXTENDS_DEPTH = 16;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s");
    private static final Path CONTAINER_FILE = Path.of("etc/consoleme/config/config.yaml");

    private final Environment environment;
    private final Supplier<RemoteText> remote;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private Map<String, Object> tree = Map.of();

    /**
     * @param remote asked only when the configuration names a place in AWS
     */
    ConfigurationFiles(Environment environment, Supplier<RemoteText> remote) {
        this.environment = environment;
        this.remote = remote;
    }

    /**
     * @param sources what was read, first the file that wins
     * @param notes what was passed over; each a sentence without content of the files
     */
    record Loaded(Map<String, Object> tree, List<String> sources, List<String> notes) {
        Loaded {
            sources = List.copyOf(sources);
            notes = List.copyOf(notes);
        }
    }

    /** Call once. */
    Loaded load() {
        Optional<String> inline = environment.variable("CONSOLEME_CONFIG_B64");
        Optional<String> inS3 = environment.variable("CONSOLEME_CONFIG_S3");
        if (inline.isPresent() && inS3.isPresent()) {
            throw invalid(
                    "CONSOLEME_CONFIG_B64",
                    "is set together with CONSOLEME_CONFIG_S3; only one of them can count");
        }
        if (inline.isPresent()) {
            Path base = directoryOfDecodedFile("CONSOLEME_CONFIG_B64");
            add("CONSOLEME_CONFIG_B64", decoded(inline.get()), base, 0);
        } else if (inS3.isPresent()) {
            Path base = directoryOfDecodedFile("CONSOLEME_CONFIG_S3");
            String object = inS3.get();
            if (object.startsWith(ConfigLocation.S3_PREFIX)) {
                object = object.substring(ConfigLocation.S3_PREFIX.length());
            }
            add("CONSOLEME_CONFIG_S3", ConfigLocation.s3("CONSOLEME_CONFIG_S3", object), base, 0);
        } else {
            ConfigLocation top =
                    environment
                            .variable("CONFIG_LOCATION")
                            .map(this::located)
                            .orElseGet(this::searched);
            add("CONFIG_LOCATION", top, baseOf(top), 0);
        }
        return new Loaded(tree, List.copyOf(read), notes);
    }

    private ConfigLocation located(String text) {
        return ConfigLocation.parse("CONFIG_LOCATION", text, environment.workingDirectory());
    }

    private ConfigLocation searched() {
        List<Path> path =
                List.of(
                        environment.workingDirectory().resolve("consoleme.yaml"),
                        environment.home().resolve(".config/consoleme/config.yaml"),
                        environment.root().resolve(CONTAINER_FILE),
                        environment
                                .workingDirectory()
                                .resolve("example_config/example_config_development.yaml"));
        return path.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .<ConfigLocation>map(file -> new ConfigLocation.File(file.normalize()))
                .orElseThrow(
                        () ->
                                invalid(
                                        "CONFIG_LOCATION",
                                        "is not set, and none of "
                                                + String.join(
                                                        ", ",
                                                        path.stream().map(Path::toString).toList())
                                                + " exists"));
    }

    private Path baseOf(ConfigLocation top) {
        return top instanceof ConfigLocation.File(Path path)
                ? path.getParent()
                : environment.workingDirectory();
    }

    /** ConsoleMe's container decoded the text into this file, and extends are relative to it. */
    private Path directoryOfDecodedFile(String variable) {
        ConfigLocation file =
                environment
                        .variable("CONFIG_LOCATION")
                        .map(this::located)
                        .orElseGet(
                                () ->
                                        new ConfigLocation.File(
                                                environment.root().resolve(CONTAINER_FILE)));
        if (file instanceof ConfigLocation.File(Path path)) {
            return path.getParent();
        }
        throw invalid(
                "CONFIG_LOCATION",
                "names a place in AWS although " + variable + " holds the configuration");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(WHITE_SPACE.matcher(base64).replaceAll(""));
        } catch (IllegalArgumentException e) {
            throw invalid("CONSOLEME_CONFIG_B64", "is not base64");
        }
    }

    private void add(String key, ConfigLocation location, Path base, int depth) {
        String name = location.toString();
        if (read.contains(name)) {
            notes.add("extends: " + name + " was read already and is not read again");
            return;
        }
        Optional<byte[]> bytes = bytes(key, location);
        if (bytes.isPresent()) {
            add(name, bytes.get(), base, depth);
        } else if (depth == 0) {
            throw invalid(key, "there is no file " + name);
        } else {
            notes.add("extends: there is no file " + name);
        }
    }

    private void add(String name, byte[] bytes, Path base, int depth) {
        if (read.size() >= MAX_FILES || depth > MAX_EXTENDS_DEPTH) {
            throw invalid(
                    "extends",
                    "more than " + MAX_FILES + " files, or " + MAX_EXTENDS_DEPTH + " in a row");
        }
        read.add(name);
        SafeYaml.Document document = SafeYaml.read(name, bytes);
        notes.addAll(document.notes());
        if (document.value() == null) {
            notes.add(name + " is empty");
            return;
        }
        if (!(document.value() instanceof Map<?, ?> map)) {
            throw invalid(name, "a configuration is a map of keys, and this is none");
        }
        Map<String, Object> own = YamlTree.asTree(map);
        tree = YamlTree.merged(tree, own);
        for (String next : extended(name, own.get("extends"))) {
            add("extends", ConfigLocation.parse("extends", next, base), base, depth + 1);
        }
    }

    private static List<String> extended(String name, Object value) {
        return switch (value) {
            case null -> List.of();
            case String one -> List.of(one);
            case List<?> several when several.stream().allMatch(String.class::isInstance) ->
                    several.stream().map(String.class::cast).toList();
            default ->
                    throw invalid(
                            "extends",
                            "is a list of files or AWS_SECRETS_MANAGER:<name>, in " + name);
        };
    }

    private Optional<byte[]> bytes(String key, ConfigLocation location) {
        try {
            return switch (location) {
                case ConfigLocation.File(Path path) -> file(key, path);
                case ConfigLocation.S3Object(String bucket, String name) ->
                        Optional.of(remote.get().object(bucket, name));
                case ConfigLocation.ManagedSecret(String name) ->
                        Optional.of(remote.get().secret(name));
            };
        } catch (ProblemException e) {
            throw new Problem.Invalid(key, location + " cannot be read: " + e.problem().sentence())
                    .asException(e);
        }
    }

    private static Optional<byte[]> file(String key, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return Optional.of(in.readNBytes(SafeYaml.MAX_BYTES + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Problem.Invalid(key, path + " cannot be read").asException(e);
        }
    }

    private static ProblemException invalid(String key, String reason) {
        return new Problem.Invalid(key, reason).asException();
    }
}
