package org.consoleme.slacktwin.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.slacktwin.http.Form;

/**
 * A slash command, or a click, before it is signed: tests bend it here. Each step changes this
 * draft and returns it.
 */
public final class CommandDraft {

    private final CommandSender sender;
    private final String user;
    private final String channel;
    private final String line;
    private final Map<String, String> fields;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Optional<byte[]> raw = Optional.empty();
    private String signingSecret;
    private String timestamp;
    private boolean click;

    CommandDraft(
            CommandSender sender,
            String user,
            String channel,
            String line,
            Map<String, String> fields,
            String signingSecret,
            Instant at) {
        this.sender = sender;
        this.user = user;
        this.channel = channel;
        this.line = line;
        this.fields = new LinkedHashMap<>(fields);
        this.signingSecret = signingSecret;
        this.timestamp = Long.toString(at.getEpochSecond());
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json,*/*");
        headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
    }

    /** Makes it a click, whose answer Slack does not show. */
    CommandDraft click() {
        click = true;
        return this;
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
        return new SignedRequest(user, channel, line, click, body, all);
    }

    public AppAnswer send() {
        return sender.send(prepare());
    }
}
