package org.consoleme.policies;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Writes what a document says in one form only. */
final class CanonicalText {
    private CanonicalText() {}

    static String of(PolicyDocument document) {
        Collection<String> statements = new TreeSet<>();
        for (Statement statement : document.statements()) {
            statements.add(of(statement));
        }
        return "{"
                + document.id().map(id -> "\"Id\":" + quoted(id) + ",").orElse("")
                + "\"Statement\":["
                + String.join(",", statements)
                + "],\"Version\":"
                + quoted(document.version().orElse(PolicyReader.OLDER))
                + "}";
    }

    /** Sorted keys: Condition, Effect, (Not)Action, (Not)Resource, Sid. */
    static String of(Statement statement) {
        return withoutSid(statement)
                + (statement.sid().isEmpty() ? "" : ",\"Sid\":" + quoted(statement.sid()))
                + "}";
    }

    /** What the statement does, whatever it is called; open at its end. */
    static String withoutSid(Statement statement) {
        return "{"
                + conditions(statement)
                + ",\"Effect\":"
                + quoted(statement.effect().word())
                + ","
                + actions(statement)
                + ","
                + resources(statement);
    }

    static String actions(Statement statement) {
        List<String> values =
                statement.actions().values().stream().map(CanonicalText::action).toList();
        return (statement.actions().except() ? "\"NotAction\":" : "\"Action\":") + set(values);
    }

    static String resources(Statement statement) {
        return (statement.resources().except() ? "\"NotResource\":" : "\"Resource\":")
                + set(statement.resources().values());
    }

    static String conditions(Statement statement) {
        Collection<String> conditions = new TreeSet<>();
        for (Condition condition : statement.conditions()) {
            conditions.add(
                    "["
                            + quoted(condition.operator())
                            + ","
                            + quoted(condition.key())
                            + ","
                            + set(condition.values())
                            + "]");
        }
        return "\"Condition\":[" + String.join(",", conditions) + "]";
    }

    private static String action(String pattern) {
        return PolicyNames.isEveryAction(pattern)
                ? Patterns.EVERYTHING
                : pattern.toLowerCase(Locale.ROOT);
    }

    private static String set(Collection<String> values) {
        return "["
                + String.join(
                        ",", new TreeSet<>(values).stream().map(CanonicalText::quoted).toList())
                + "]";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        PrettyJson.quote(text, out);
        return out.toString();
    }
}
