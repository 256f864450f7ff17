package org.consoleme.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

/** What a real ConsoleMe stored: see the README beside the files. */
public final class Golden {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

    /** The text of a string key. */
    public static String redisText(String key) {
        return file("redis/" + key + ".json").path("value").asText();
    }

    /** Field to text of a hash. */
    public static JsonNode redisHash(String key) {
        return file("redis/" + key + ".json").path("value");
    }

    public static byte[] s3(String name) {
        return Base64.getDecoder()
                .decode(file("s3/" + name + ".json").path("object_base64").asText());
    }

    public static JsonNode s3Plain(String name) {
        return parse(file("s3/" + name + ".json").path("plain").asText());
    }

    /** Raw items: attribute name to type and value. */
    public static JsonNode dynamoItems(String table) {
        return file("dynamodb/" + table + ".json").path("items");
    }

    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode file(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return JSON.readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(name, missing);
        }
    }
}
