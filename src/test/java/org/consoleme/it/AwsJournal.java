package org.consoleme.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.testing.RunningStack;

/** What AWS was told and did, call by call, as the stand-in noted it: changes and sessions. */
record AwsJournal(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static AwsJournal of(RunningStack stack) {
        return new AwsJournal(stack.parts().awsJournal());
    }

    /** The members of each call of an action, in the order of the calls. */
    List<Map<String, String>> calls(String action) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("\"" + action + "\""))
                    .map(AwsJournal::entry)
                    .filter(entry -> entry.path("action").asText().equals(action))
                    .map(AwsJournal::members)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What STS was asked when it last gave keys to a role. */
    Map<String, String> lastSession(String role) {
        return calls("AssumeRole").stream()
                .filter(call -> role.equals(call.get("RoleArn")))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("nobody assumed " + role));
    }

    private static JsonNode entry(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static Map<String, String> members(JsonNode entry) {
        byte[] form = Base64.getDecoder().decode(entry.path("body").asText());
        return Arrays.stream(new String(form, StandardCharsets.UTF_8).split("&", -1))
                .map(member -> member.split("=", 2))
                .collect(
                        Collectors.toUnmodifiableMap(
                                member -> decoded(member[0]),
                                member -> member.length == 2 ? decoded(member[1]) : ""));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
