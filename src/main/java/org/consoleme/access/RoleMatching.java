package org.consoleme.access;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;

/**
 * Which of somebody's roles a text means: the equal ARN; else the equal name (with or without
 * path); else every ARN that contains the text. Case never matters.
 *
 * <p>The middle step is ours (ConsoleMe answered "several" for {@code foo} beside {@code foobar});
 * weep's contract allows it. A whole ARN means that role and no other, whose ARN merely begins with
 * it: whoever lost a role must not be given its neighbour (ConsoleMe did).
 */
final class RoleMatching {
    private RoleMatching() {}

    static List<EligibleRole> matches(List<EligibleRole> roles, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<EligibleRole> equal =
                where(roles, role -> lower(role.role().toString()).equals(wanted));
        if (!equal.isEmpty() || RoleArn.tryParse(text).isPresent()) {
            return equal;
        }
        List<EligibleRole> named =
                where(
                        roles,
                        role ->
                                lower(role.role().name()).equals(wanted)
                                        || lower(role.role().pathAndName()).equals(wanted));
        return named.isEmpty()
                ? where(roles, role -> lower(role.role().toString()).contains(wanted))
                : named;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} or {@code Ambiguous}
     */
    static EligibleRole theOne(List<EligibleRole> matches, String text) {
        return switch (matches.size()) {
            case 0 -> throw new Problem.NotFound("role", text).asException();
            case 1 -> matches.getFirst();
            default ->
                    throw new Problem.Ambiguous(
                                    text,
                                    matches.stream()
                                            .map(m -> m.role().toString())
                                            .sorted()
                                            .toList())
                            .asException();
        };
    }

    private static List<EligibleRole> where(
            List<EligibleRole> roles, Predicate<EligibleRole> test) {
        return roles.stream().filter(test).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
