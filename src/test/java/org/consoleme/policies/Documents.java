package org.consoleme.policies;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Documents that tests read. */
final class Documents {
    private Documents() {}

    /** One allowing statement with the Sid {@code A1}. */
    static String allow(String action, String resource) {
        return one("Allow", "\"Action\":" + list(List.of(action)), List.of(resource));
    }

    static PolicyDocument allowing(List<String> actions, String... resources) {
        return PolicyDocument.parse(
                one("Allow", "\"Action\":" + list(actions), Arrays.asList(resources)));
    }

    static PolicyDocument denying(List<String> actions, String... resources) {
        return PolicyDocument.parse(
                one("Deny", "\"Action\":" + list(actions), Arrays.asList(resources)));
    }

    static PolicyDocument allowingAllBut(List<String> actions, String... resources) {
        return PolicyDocument.parse(
                one("Allow", "\"NotAction\":" + list(actions), Arrays.asList(resources)));
    }

    /** Statements as they stand in the list. */
    static PolicyDocument of(String... statements) {
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":["
                        + String.join(",", statements)
                        + "]}");
    }

    private static String one(String effect, String actions, List<String> resources) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"A1\",\"Effect\":\""
                + effect
                + "\","
                + actions
                + ",\"Resource\":"
                + list(resources)
                + "}]}";
    }

    private static String list(List<String> values) {
        return values.stream()
                .map(value -> "\"" + value + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
