package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.consoleme.slacktwin.blocks.BlockKitLimits;
import org.consoleme.slacktwin.blocks.Measure;
import org.consoleme.slacktwin.blocks.Surface;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Message;

/** Text and blocks of a message, checked as Slack checks them. */
public final class MessageArguments {

    private static final Optional<JsonNode> NONE = Optional.empty();

    private final String text;
    private final Optional<JsonNode> blocks;
    private final ObjectNode payload;

    private MessageArguments(String text, Optional<JsonNode> blocks, ObjectNode payload) {
        this.text = text;
        this.blocks = blocks;
        this.payload = payload;
    }

    /**
     * Reads and checks.
     *
     * @throws ApiRefusal with the error that Slack gives for the first thing wrong
     */
    static MessageArguments of(Arguments arguments) {
        Optional<JsonNode> blocks = arguments.json("blocks", "invalid_blocks_format");
        blocks.ifPresent(MessageArguments::check);
        ObjectNode payload = arguments.withoutToken();
        blocks.ifPresent(b -> payload.set("blocks", b));
        return new MessageArguments(arguments.text("text").orElse(""), blocks, payload);
    }

    /**
     * The same for a message that came as one JSON object: a {@code response_url} or an
     * acknowledgement.
     */
    public static MessageArguments of(ObjectNode message) {
        return of(Arguments.of(message));
    }

    /** A message of plain words. */
    public static MessageArguments of(String text) {
        return new MessageArguments(text, NONE, Json.object().put("text", text));
    }

    private static void check(JsonNode blocks) {
        if (!blocks.isArray()) {
            throw new ApiRefusal("invalid_blocks_format");
        }
        List<String> problems = BlockKitLimits.problems(blocks, Surface.MESSAGE);
        if (!problems.isEmpty()) {
            throw new ApiRefusal("invalid_blocks", problems);
        }
        if (BlockKitLimits.total(blocks) > BlockKitLimits.TOTAL) {
            throw new ApiRefusal(
                    "msg_blocks_too_long",
                    List.of(
                            "all texts together are "
                                    + BlockKitLimits.total(blocks)
                                    + " characters, Slack takes about "
                                    + BlockKitLimits.TOTAL
                                    + " [json-pointer:/blocks]"));
        }
    }

    public boolean empty() {
        return text.isEmpty() && blocks.map(JsonNode::isEmpty).orElse(true);
    }

    public String text() {
        return text;
    }

    boolean hasBlocks() {
        return blocks.isPresent();
    }

    /**
     * The message as the workspace keeps it: text beyond {@link Measure#MESSAGE_TEXT} characters is
     * cut off, as Slack does.
     */
    public Message.Content content(String via) {
        String kept = text.substring(0, Math.min(text.length(), Measure.MESSAGE_TEXT));
        return new Message.Content(kept, blocks.orElseGet(Json::array), via, payload);
    }
}
