package org.consoleme.platform.redis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.platform.StoredJson;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;

/**
 * One account's index as a zlib stream of JSON: a head, then a row per role, with one-letter names
 * and nothing that is empty. {@code f} is the format: another number is not read.
 */
final class AccountIndexJson {
    private static final int FORMAT = 1;

    private AccountIndexJson() {}

    static byte[] write(AccountIndex index) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(bytes, fast, 8192);
                JsonGenerator json = StoredJson.MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("f", FORMAT);
            json.writeStringField("account", index.account().value());
            json.writeStringField("version", index.version());
            json.writeStringField("asOf", index.asOf().toString());
            json.writeArrayFieldStart("roles");
            for (IndexedRole role : index.roles()) {
                write(json, role);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, IndexedRole role) throws IOException {
        json.writeStartObject();
        json.writeStringField("a", role.arn().toString());
        list(json, "w", role.webIdentities());
        list(json, "c", role.cliIdentities());
        json.writeNumberField("m", role.maxSession().toSeconds());
        if (role.owner().isPresent()) {
            json.writeStringField("o", role.owner().get());
        }
        if (role.description().isPresent()) {
            json.writeStringField("d", role.description().get());
        }
        if (!role.tags().isEmpty()) {
            json.writeObjectFieldStart("t");
            for (Map.Entry<String, String> tag : role.tags().entrySet()) {
                json.writeStringField(tag.getKey(), tag.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, String name, Collection<String> values)
            throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    /** Empty if it is of another format, or broken: then it is as if it were not there. */
    static Optional<AccountIndex> read(AccountId account, byte[] bytes) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes));
                JsonParser json = StoredJson.MAPPER.createParser(in)) {
            return read(account, json);
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Optional<AccountIndex> read(AccountId account, JsonParser json)
            throws IOException {
        long format = 0;
        String version = "";
        Instant asOf = Instant.EPOCH;
        List<IndexedRole> roles = new ArrayList<>();
        Repeated same = new Repeated();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "f" -> format = json.getLongValue();
                case "version" -> version = json.getText();
                case "asOf" -> asOf = Instant.parse(json.getText());
                case "roles" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        role(json.readValueAsTree(), account, same).ifPresent(roles::add);
                    }
                }
                default -> json.skipChildren();
            }
        }
        return format == FORMAT
                ? Optional.of(new AccountIndex(account, version, asOf, roles))
                : Optional.empty();
    }

    private static Optional<IndexedRole> role(JsonNode json, AccountId account, Repeated same) {
        return RoleArn.tryParse(json.path("a").asText())
                .filter(arn -> arn.account().equals(account))
                .map(
                        arn ->
                                new IndexedRole(
                                        new RoleArn(
                                                same.one(arn.partition()),
                                                account,
                                                same.one(arn.path()),
                                                arn.name()),
                                        identities(json.path("w"), same),
                                        identities(json.path("c"), same),
                                        same.one(Duration.ofSeconds(json.path("m").asLong())),
                                        text(json.path("o"), same),
                                        text(json.path("d"), same),
                                        tags(json.path("t"), same)));
    }

    private static Set<String> identities(JsonNode json, Repeated same) {
        return new HashSet<>(same.each(StoredJson.texts(json)));
    }

    private static Optional<String> text(JsonNode json, Repeated same) {
        return same.one(Optional.ofNullable(json.textValue()));
    }

    private static Map<String, String> tags(JsonNode json, Repeated same) {
        Map<String, String> tags = new HashMap<>();
        json.properties()
                .forEach(
                        tag -> tags.put(same.one(tag.getKey()), same.one(tag.getValue().asText())));
        return tags;
    }
}
