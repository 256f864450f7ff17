package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.slacktwin.AppManifest;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What operators paste into Slack is what the server needs. */
class ManifestTest {
    private static final String ADDRESS = "https://consoleme.example.com/slack/events";

    private static JsonNode manifest() throws IOException {
        Object read = new Yaml().load(Files.readString(Path.of("slack-manifest.yaml")));
        return new ObjectMapper().valueToTree(read);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    @Test
    void itAsksForTheScopesThatTheSelfCheckLooksFor() throws IOException {
        assertThat(texts(manifest().at("/oauth_config/scopes/bot")))
                .containsExactlyInAnyOrderElementsOf(SlackConnection.SCOPES);
    }

    @Test
    void itSubscribesToTheEventsThatWeTake() throws IOException {
        JsonNode events = manifest().at("/settings/event_subscriptions");
        assertThat(texts(events.path("bot_events")))
                .containsExactlyInAnyOrderElementsOf(AppManifest.EVENTS);
        assertThat(events.path("request_url").asText()).isEqualTo(ADDRESS);
    }
}
