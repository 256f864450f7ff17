package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Json;

/**
 * A slash command, a click, a submitted modal or an event before it is signed: tests bend it here.
 * Each step changes this draft and returns it.
 */
public final class CommandDraft {

    private static final String PAYLOAD = "payload";

    private final CommandSender sender;
    private final String channel;
    private final Reception reception;
    private final Map<String, String> fields;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Optional<byte[]> raw = Optional.empty();
    private String signingSecret;
    private String timestamp;

    CommandDraft(
            CommandSender sender,
            String channel,
            Map<String, String> fields,
            String signingSecret,
            Instant at,
            Reception reception) {
        this.sender = sender;
        this.channel = channel;
        this.reception = reception;
        this.fields = new LinkedHashMap<>(fields);
        this.signingSecret = signingSecret;
        this.timestamp = Long.toString(at.getEpochSecond());
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json,*/*");
        headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
    }

    /** Makes it a request whose body is one JSON object, as events are. */
    CommandDraft json(ObjectNode body) {
        headers.put("Content-Type", "application/json");
        return rawBody(Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    /** Signs with another key than the app knows. */
    public CommandDraft signedWith(String otherSecret) {
        signingSecret = otherSecret;
        return this;
    }

    public CommandDraft at(Instant instant) {
        return timestamp(Long.toString(instant.getEpochSecond()));
    }

    /**
     * Any value of {@code X-Slack-Request-Timestamp}, even one that is no number; it is signed as
     * it stands.
     */
    public CommandDraft timestamp(String value) {
        timestamp = value;
        return this;
    }

    /** Sets a field, such as {@code team_id} or {@code api_app_id}. */
    public CommandDraft field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public CommandDraft without(String name) {
        fields.remove(name);
        return this;
    }

    /**
     * Changes the payload of a click, a shortcut or a modal, or the body of an event.
     *
     * @throws IllegalStateException for a command, which has none
     */
    public CommandDraft bend(Consumer<ObjectNode> change) {
        ObjectNode payload = payload();
        change.accept(payload);
        if (raw.isPresent()) {
            return rawBody(Json.write(payload).getBytes(StandardCharsets.UTF_8));
        }
        return field(PAYLOAD, Json.write(payload));
    }

    /**
     * The payload as it stands, or the body of an event.
     *
     * @throws IllegalStateException for a command, which has none
     */
    public ObjectNode payload() {
        String text =
                raw.map(b -> new String(b, StandardCharsets.UTF_8))
                        .orElseGet(() -> fields.getOrDefault(PAYLOAD, ""));
        return Json.read(text)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new IllegalStateException("this request has no payload"));
    }

    /**
     * Marks it as a repetition by Slack itself.
     *
     * @param number 1 to 3
     * @param reason such as {@code http_timeout} or {@code http_error}
     * @see <a href="https://docs.slack.dev/apis/events-api/#retries">Events API: retries</a>
     */
    public CommandDraft retried(int number, String reason) {
        return header("X-Slack-Retry-Num", Integer.toString(number))
                .header("X-Slack-Retry-Reason", reason);
    }

    /** Sends these bytes, signed, instead of the fields. */
    public CommandDraft rawBody(byte[] bytes) {
        raw = Optional.of(bytes.clone());
        return this;
    }

    /** Adds a header, or replaces one of the draft's or the signature's. */
    public CommandDraft header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A field as it stands; {@code payload} for a click. */
    public String field(String name) {
        return fields.get(name);
    }

    /** The {@code response_url} that the command will carry. */
    public String responseUrl() {
        return fields.get("response_url");
    }

    /** Signs; the result can be sent any number of times. */
    public SignedRequest prepare() {
        byte[] body = raw.orElseGet(() -> Form.encode(fields).getBytes(StandardCharsets.UTF_8));
        Map<String, String> all = new LinkedHashMap<>();
        all.put("X-Slack-Request-Timestamp", timestamp);
        all.put("X-Slack-Signature", new Signer(signingSecret).sign(timestamp, body));
        all.putAll(headers);
        return new SignedRequest(channel, reception, body, all);
    }

    public AppAnswer send() {
        return sender.send(prepare());
    }
}
