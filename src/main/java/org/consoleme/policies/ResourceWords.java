package org.consoleme.policies;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the resources of a statement: one by its ARN, several by kind and number. */
final class ResourceWords {
    private static final int MAX_KINDS = 3;
    private static final int MAX_KIND = 40;

    /** Services whose ARNs name their one kind of thing without its type. */
    private static final Map<String, String> ONLY_KIND =
            Map.of("s3", "bucket", "sqs", "queue", "sns", "topic", "execute-api", "API");

    private ResourceWords() {}

    static String of(Patterns resources) {
        if (resources.except()) {
            return "everything but " + counted(resources.values());
        }
        return ArnPattern.isEverything(resources) ? "every resource" : counted(resources.values());
    }

    private static String counted(List<String> arns) {
        if (arns.size() == 1) {
            return Shown.clipped(arns.getFirst());
        }
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        for (String arn : arns) {
            kinds.computeIfAbsent(kind(arn), _ -> new LinkedHashSet<>()).add(thing(arn));
        }
        int others = kinds.values().stream().skip(MAX_KINDS).mapToInt(Set::size).sum();
        return kinds.entrySet().stream()
                        .limit(MAX_KINDS)
                        .map(kind -> count(kind.getValue(), kind.getKey()))
                        .collect(Collectors.joining(", "))
                + (others == 0 ? "" : " and " + Shown.count(others, "other resource"));
    }

    private static String count(Set<String> things, String kind) {
        return things.stream().anyMatch(ArnPattern::isUnspecific)
                ? "every " + kind
                : Shown.count(things.size(), kind);
    }

    /** A bucket and what is in it are one thing. */
    private static String thing(String arn) {
        String[] parts = ArnPattern.parts(arn);
        int slash = arn.indexOf('/');
        return parts.length == 6 && parts[2].equals("s3") && slash > 0
                ? arn.substring(0, slash)
                : arn;
    }

    private static String kind(String arn) {
        String[] parts = ArnPattern.parts(arn);
        if (parts.length < 6 || Patterns.hasWildcard(parts[2])) {
            return "resource";
        }
        String only = ONLY_KIND.get(parts[2]);
        if (only != null) {
            return only;
        }
        String type = parts[5].substring(0, endOfType(parts[5]));
        boolean named =
                type.length() < parts[5].length()
                        && type.length() <= MAX_KIND
                        && type.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
        return Shown.clipped(parts[2]) + " " + (named ? type.replace('-', ' ') : "resource");
    }

    private static int endOfType(String resource) {
        int end = 0;
        while (end < resource.length()
                && resource.charAt(end) != ':'
                && resource.charAt(end) != '/') {
            end++;
        }
        return end;
    }
}
