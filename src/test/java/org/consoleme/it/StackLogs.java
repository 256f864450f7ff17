package org.consoleme.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The logs of a stack: what each of its processes says on its console, and what each server's
 * Liberty writes beside that (messages, traces, first failures, and its database's).
 *
 * @param folder the stack's own, with a folder for each of its servers
 */
record StackLogs(Path folder) {
    private static final String SERVER = "servers/consoleme";

    /** Those that hold a text, by their paths in the stack's folder. */
    List<String> with(String text) {
        return Stream.concat(
                        Stream.of(folder.resolve("log")),
                        entries(folder)
                                .map(server -> server.resolve(SERVER))
                                .flatMap(StackLogs::foldersOf))
                .filter(Files::isDirectory)
                .flatMap(StackLogs::entries)
                .filter(file -> file.toString().endsWith(".log"))
                .filter(file -> read(file).contains(text))
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    private static Stream<Path> foldersOf(Path server) {
        return Stream.of(server, server.resolve("logs"), server.resolve("logs/ffdc"));
    }

    /** One folder alone: deeper ones have files that come and go meanwhile. */
    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever cannot be decoded is in no text that is looked for. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
