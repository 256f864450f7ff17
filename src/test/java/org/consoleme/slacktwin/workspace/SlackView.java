package org.consoleme.slacktwin.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A modal or a Home tab as it stands now.
 *
 * @param id {@code V…}
 * @param user who sees it
 * @param definition the app's view object; each block has a {@code block_id}
 * @param hash changes with each update
 * @param rootId the lowest modal of the stack
 * @param previousId the modal below, if any
 * @param errors what stands under a block, by {@code block_id}; {@link #GENERAL} for the modal as a
 *     whole
 * @param via the method that it came by last
 */
public record SlackView(
        String id,
        String user,
        JsonNode definition,
        String hash,
        String rootId,
        Optional<String> previousId,
        Map<String, String> errors,
        String via) {

    /** The key of an error that belongs to no block. */
    public static final String GENERAL = "";

    public SlackView {
        definition = definition.deepCopy();
        errors = Map.copyOf(errors);
    }

    public JsonNode blocks() {
        return definition.path("blocks");
    }

    /** {@code modal} or {@code home}. */
    public String type() {
        return definition.path("type").asText();
    }

    public String title() {
        return definition.path("title").path("text").asText();
    }

    public String callbackId() {
        return definition.path("callback_id").asText();
    }

    public String privateMetadata() {
        return definition.path("private_metadata").asText();
    }

    public String externalId() {
        return definition.path("external_id").asText();
    }

    public boolean notifyOnClose() {
        return definition.path("notify_on_close").asBoolean();
    }

    public boolean clearOnClose() {
        return definition.path("clear_on_close").asBoolean();
    }

    SlackView with(JsonNode newDefinition, String newHash, String newVia) {
        return new SlackView(
                id, user, newDefinition, newHash, rootId, previousId, Map.of(), newVia);
    }

    SlackView with(Map<String, String> newErrors) {
        return new SlackView(id, user, definition, hash, rootId, previousId, newErrors, via);
    }
}
