package org.consoleme.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.consoleme.local.override.LocalPerson;
import org.consoleme.local.seed.SeededAccount;

/**
 * {@code target/local-stack.json}: what a running stack is made of, for tools. It is there exactly
 * while the stack is ready.
 *
 * @param slackTwin the page of the Slack twin; null with a real Slack
 */
record StackDescription(
        String version,
        String server,
        String slackTwin,
        String aws,
        String dynamodb,
        String redis,
        String federation,
        List<SeededAccount> accounts,
        List<LocalPerson> people) {

    /** Of this file's format. */
    static final String VERSION = "1";

    static Path file(StackSettings settings) {
        return settings.project().resolve("target/local-stack.json");
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path whole = file.resolveSibling(file.getFileName() + ".new");
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(whole.toFile(), this);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(StackSettings settings) {
        try {
            Files.deleteIfExists(file(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
