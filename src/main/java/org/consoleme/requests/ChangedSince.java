package org.consoleme.requests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.consoleme.policies.PolicyDifference;
import org.consoleme.policies.PolicyDocument;

/**
 * What a request asks for otherwise than when it had another hash, in words and the same for every
 * door. Read from the request alone, so that each node says the same, also after a restart.
 */
final class ChangedSince {
    /** Lines of one document's difference, and of the whole. */
    private static final int LINES = 10;

    private static final int MOST_LINES = 20;
    private static final String THE_SAME =
            "It asks for the same as then, and the time to decide began anew.";

    private ChangedSince() {}

    /**
     * Plain text, 1 to 20 lines; nothing if the request never had the hash, has it now, or had it
     * so long ago that it is forgotten.
     */
    static List<String> lines(ChangeRequest now, String hash) {
        if (hash.equals(now.hash())) {
            return List.of();
        }
        Optional<Map<String, Change>> then = contentAt(now, hash);
        if (then.isEmpty()) {
            return List.of();
        }
        List<String> lines =
                now.changes().stream()
                        .filter(is -> then.get().containsKey(is.id()))
                        .flatMap(is -> named(now, then.get().get(is.id()), is.change()))
                        .toList();
        return lines.isEmpty() ? List.of(THE_SAME) : cut(lines);
    }

    /** The changes that were rewritten since, by id, as they were then; empty if it is unknown. */
    private static Optional<Map<String, Change>> contentAt(ChangeRequest now, String hash) {
        Map<String, Change> then = new LinkedHashMap<>();
        for (EarlierContent step : now.earlier().reversed()) {
            step.replaced().ifPresent(replaced -> then.put(replaced.id(), replaced.change()));
            if (step.hash().equals(hash)) {
                return Optional.of(then);
            }
        }
        return Optional.empty();
    }

    /** Of several changes each line says which one it is about. */
    private static Stream<String> named(ChangeRequest request, Change was, Change is) {
        String name = request.changes().size() == 1 ? "" : name(is) + ": ";
        return difference(was, is).map(name::concat);
    }

    private static String name(Change change) {
        return switch (change) {
            case Change.RoleForATime _ -> "The role";
            case Change.PutInlinePolicy put -> "Policy " + put.name();
            case Change.DeleteInlinePolicy delete -> "Policy " + delete.name();
        };
    }

    /** An edit leaves the kind of a change as it is. */
    private static Stream<String> difference(Change was, Change is) {
        return switch (is) {
            case Change.RoleForATime role when was instanceof Change.RoleForATime before ->
                    before.length().equals(role.length())
                            ? Stream.of()
                            : Stream.of(
                                    "For "
                                            + words(role.length())
                                            + " instead of "
                                            + words(before.length()));
            case Change.PutInlinePolicy put when was instanceof Change.PutInlinePolicy before ->
                    Stream.concat(
                            difference(Optional.of(before.document()), Optional.of(put.document())),
                            difference(before.before(), put.before())
                                    .map("On the role itself, meanwhile: "::concat));
            case Change.DeleteInlinePolicy delete
                    when was instanceof Change.DeleteInlinePolicy before ->
                    difference(Optional.of(before.before()), Optional.of(delete.before()))
                            .map("On the role itself, meanwhile: "::concat);
            case Change.RoleForATime _, Change.PutInlinePolicy _, Change.DeleteInlinePolicy _ ->
                    Stream.of("It asks for something else altogether.");
        };
    }

    private static Stream<String> difference(
            Optional<PolicyDocument> was, Optional<PolicyDocument> is) {
        return was.equals(is)
                ? Stream.of()
                : PolicyDifference.between(was, is).words(LINES).stream();
    }

    /** As people read it: {@code 2 h}, {@code 1 h 30 min}. */
    private static String words(Duration length) {
        long hours = length.toHours();
        int minutes = length.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }

    private static List<String> cut(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        cut.add("and " + (lines.size() - cut.size()) + " more");
        return List.copyOf(cut);
    }
}
