package org.consoleme.platform.aws;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The policy documents of one account, decoded: IAM sends them URL-encoded. An account repeats the
 * same few trust policies over and over, so the last ones are remembered. For one thread.
 */
final class PolicyTexts {
    private static final int REMEMBERED = 512;
    private static final int LONGEST_REMEMBERED = 8192;

    private final Map<String, String> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private int malformed;

    /** How many different ones were no JSON, and were kept as the text that IAM sent. */
    int malformed() {
        return malformed;
    }

    /** A JSON object; of a malformed document its text as IAM sent it, as a JSON string. */
    String json(String encoded) {
        String json = known.get(encoded);
        if (json == null) {
            json = decode(encoded);
            if (encoded.length() <= LONGEST_REMEMBERED) {
                known.put(encoded, json);
            }
        }
        return json;
    }

    /**
     * The text as it was written, to the character. What holds a brace, a quote or a blank was not
     * encoded at all: some stand-ins for AWS do not.
     *
     * @throws IllegalArgumentException if it is cut off or otherwise no encoding of anything
     */
    static String plain(String encoded) {
        return encoded.chars().anyMatch(c -> c <= ' ' || c == '{' || c == '"')
                ? encoded
                // A plus is a plus in RFC 3986, which IAM follows; the decoder knows forms only.
                : URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private String decode(String encoded) {
        try {
            String json = JsonText.respell(plain(encoded));
            if (json.startsWith("{")) {
                return json;
            }
        } catch (IOException | IllegalArgumentException noJson) {
            // kept as it is, see below
        }
        malformed++;
        return new JsonText().text(encoded).toString();
    }
}
