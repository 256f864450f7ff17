package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the server that the stack runs: the project's {@code liberty} configuration as it
 * stands, plus what only a developer's machine needs. It is another one than the server that the
 * build packages, so nothing of this can end up there.
 */
final class ServerFolder {
    static final String NAME = "consoleme";

    /**
     * Few cores, shared with five neighbours: compile little, collect simply, start from the
     * archive.
     */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms128m",
                    "-Xmx768m",
                    "-Xshare:auto",
                    "-Djava.net.preferIPv4Stack=true");

    private final StackSettings settings;
    private final Path folder;
    private final List<String> overrides;

    ServerFolder(StackSettings settings, List<String> overrides) {
        this.settings = settings;
        this.overrides = overrides;
        this.folder = settings.server().resolve("servers").resolve(NAME);
    }

    /** Brings it up to date; what did not change keeps its date, so Liberty's own caches hold. */
    void prepare() {
        try {
            copyTree(settings.project().resolve("liberty"), folder);
            write(folder.resolve("jvm.options"), String.join("\n", JVM_OPTIONS) + "\n");
            write(folder.resolve("apps/consoleme.war.xml"), application());
            for (Path jar : derby()) {
                Path copy = folder.resolve("derby").resolve(jar.getFileName());
                if (!Files.exists(copy)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(jar, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A loose application: the exploded WAR, and over it the overrides that are not packaged.
     *
     * @see <a
     *     href="https://www.ibm.com/docs/en/was-liberty/base?topic=liberty-loose-applications">loose
     *     applications</a>
     */
    String application() {
        Path war = settings.build().resolve(NAME);
        Path classes = settings.build().resolve("test-classes");
        List<String> parts = new ArrayList<>();
        parts.add(directory(war, "/"));
        for (String override : overrides) {
            if (Files.isDirectory(classes.resolve(override))) {
                parts.add(directory(classes.resolve(override), "/WEB-INF/classes/" + override));
            }
        }
        return "<archive>\n" + String.join("", parts) + "</archive>\n";
    }

    private static String directory(Path source, String target) {
        return "  <dir sourceOnDisk=\"%s\" targetInArchive=\"%s\"/>%n"
                .formatted(escape(source.toAbsolutePath().toString()), target);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** The job repository's engine, which the project's configuration expects beside it. */
    private static List<Path> derby() {
        return TestClassPath.entries().stream()
                .filter(entry -> entry.getFileName().toString().matches("derby.*\\.jar"))
                .toList();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(from)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
