package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consoleme.slacktwin.TwinServer;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;

/** The checked-in drawings of our answers; {@code -Dgolden.write=true} makes them anew. */
final class GoldenAnswers {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "slack");

    private GoldenAnswers() {}

    static void assertSame(String name, TwinServer twin, Message message) {
        same(name + ".txt", steady(twin.draw(message)) + "\n");
        same(name + ".json", steady(message.content().payload().toPrettyString()) + "\n");
    }

    /** A modal; what it carries is sealed anew each time. */
    static void assertSame(String name, TwinServer twin, SlackView view) {
        same(name + ".txt", steady(twin.draw(view)) + "\n");
        same(name + ".json", steady(view.blocks().toPrettyString()) + "\n");
    }

    /** Ids that are made up anew each time give way to their kind. */
    private static String steady(String text) {
        return text.replaceAll("/(go|link/slack)/[A-Za-z0-9_-]{32}", "/$1/ID")
                .replaceAll("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", "UUID")
                .replaceAll("hash [0-9a-f]{12}", "hash HASH")
                .replaceAll("\"block_id\" : \"[^\"]{5}\"", "\"block_id\" : \"ID\"");
    }

    private static void same(String file, String actual) {
        Path golden = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(golden, actual);
            }
            assertThat(actual).as(file).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
