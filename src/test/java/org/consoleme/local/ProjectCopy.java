package org.consoleme.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that looks like the repository after a build, so that the stack's own main class can be
 * run as {@code ./mvnw -Prun} does, with a state of its own.
 */
final class ProjectCopy {
    private static final List<String> BUILT = List.of("liberty", "consoleme", "test-classes");
    private final Path project;
    private final Path folder;

    private ProjectCopy(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    /**
     * @param folder an empty one
     */
    static ProjectCopy of(Path project, Path folder) throws IOException {
        ProjectCopy copy = new ProjectCopy(project, folder);
        copyTree(project.resolve("liberty"), folder.resolve("liberty"));
        Path environment = Files.createDirectories(project.resolve(".local-stack/venv"));
        Files.createDirectories(folder.resolve(".local-stack"));
        Files.createSymbolicLink(folder.resolve(".local-stack/venv"), environment);
        copy.build();
        return copy;
    }

    Path folder() {
        return folder;
    }

    Path description() {
        return folder.resolve("target/local-stack.json");
    }

    /** What {@code clean} and a new build leave. */
    void cleanAndBuild() throws IOException {
        StateFolder.delete(folder.resolve("target"));
        build();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(from)) {
            all = tree.toList();
        }
        for (Path each : all) {
            Files.copy(each, to.resolve(from.relativize(each).toString()));
        }
    }

    private void build() throws IOException {
        Path target = Files.createDirectories(folder.resolve("target"));
        for (String name : BUILT) {
            Files.createSymbolicLink(target.resolve(name), project.resolve("target").resolve(name));
        }
    }
}
