package org.consoleme.policies;

import java.util.List;
import java.util.Set;

/** What a resource of a statement can and cannot be, as far as its text tells. */
final class ArnPattern {
    private static final int PARTS = 6;
    private static final int SERVICE = 2;
    private static final int RESOURCE = 5;

    private ArnPattern() {}

    /** Matches whatever there is: {@code *}, or an ARN of nothing but stars from the service on. */
    static boolean isEverything(String resource) {
        return resource.chars().skip(everythingFrom(resource)).allMatch(c -> c == '*' || c == ':');
    }

    private static int everythingFrom(String resource) {
        String[] parts = resource.split(":", PARTS);
        return parts.length < PARTS ? 0 : parts[0].length() + 1 + parts[1].length() + 1;
    }

    static boolean isEverything(Patterns resources) {
        return resources.except() || resources.values().stream().anyMatch(ArnPattern::isEverything);
    }

    /** Names no thing: its resource part begins with a wildcard, as {@code arn:aws:s3:::*} does. */
    static boolean isOpen(String resource) {
        String[] parts = parts(resource);
        return parts.length < PARTS || isWild(first(parts[RESOURCE]));
    }

    /** As {@link #isOpen}, past the type: {@code arn:aws:iam::*:role/*} as well. */
    static boolean isUnspecific(String resource) {
        String[] parts = parts(resource);
        if (parts.length < PARTS) {
            return true;
        }
        String name = parts[RESOURCE];
        int end = 0;
        while (end < name.length() && name.charAt(end) != ':' && name.charAt(end) != '/') {
            end++;
        }
        return isWild(first(name))
                || (end < name.length() && isWild(first(name.substring(end + 1))));
    }

    /** Of the resources that can belong to one of the services, one is unspecific. */
    static boolean isUnspecific(Patterns resources, Set<String> services) {
        return resources.except()
                || resources.values().stream()
                        .anyMatch(r -> isUnspecific(r) && mayBeOf(r, services));
    }

    /** False if none of the resources can belong to one of the services, such as {@code iam}. */
    static boolean mayBeOf(Patterns resources, Set<String> services) {
        return resources.except()
                || resources.values().stream().anyMatch(r -> mayBeOf(r, services));
    }

    private static boolean mayBeOf(String resource, Set<String> services) {
        String[] parts = parts(resource);
        if (parts.length < PARTS) {
            return true;
        }
        // A star matches colons too: what follows one can be any part.
        return List.of(parts).subList(0, SERVICE + 1).stream().anyMatch(Patterns::hasWildcard)
                || services.contains(parts[SERVICE]);
    }

    /** Six, or fewer for {@code *}. */
    static String[] parts(String resource) {
        return resource.split(":", PARTS);
    }

    private static String first(String text) {
        return text.isEmpty() ? text : text.substring(0, 1);
    }

    private static boolean isWild(String text) {
        return text.equals("*") || text.equals("?");
    }
}
