package org.consoleme.policies;

import static org.consoleme.policies.PolicyReader.invalid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads one statement of an identity's policy. */
final class StatementReader {
    private static final Set<String> ELEMENTS =
            Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");

    private final String where;
    private final Map<String, Json> elements;

    StatementReader(String where, Map<String, Json> elements) {
        this.where = where;
        this.elements = elements;
    }

    Statement read() {
        for (String name : elements.keySet()) {
            if (name.equals("Principal") || name.equals("NotPrincipal")) {
                throw invalid(
                        path(name),
                        "has no place in the policy of a role, user or group: the principal is"
                                + " whoever has the policy");
            }
            if (!ELEMENTS.contains(name)) {
                throw invalid(where, "has an element that no statement has: " + Shown.quoted(name));
            }
        }
        return new Statement(
                sid(),
                effect(),
                patterns("Action", PolicyNames::actionFault),
                patterns("Resource", PolicyNames::resourceFault),
                conditions());
    }

    private String sid() {
        return switch (elements.get("Sid")) {
            case null -> "";
            case Json.Text(String sid) when PolicyNames.isSid(sid) -> sid;
            case Json _ -> throw invalid(path("Sid"), "is not a string of letters and digits");
        };
    }

    private Effect effect() {
        Json json = elements.get("Effect");
        if (json == null) {
            throw invalid(path("Effect"), "is missing");
        }
        for (Effect effect : Effect.values()) {
            if (json.equals(new Json.Text(effect.word()))) {
                return effect;
            }
        }
        throw invalid(path("Effect"), "is neither \"Allow\" nor \"Deny\"; capitals matter");
    }

    /**
     * Exactly one of {@code name} and {@code Not}{@code name}.
     *
     * @param fault of one pattern: what is wrong with it, or the empty text
     */
    private Patterns patterns(String name, UnaryOperator<String> fault) {
        boolean except = elements.containsKey("Not" + name);
        if (except == elements.containsKey(name)) {
            throw invalid(
                    path(name),
                    except
                            ? "stands beside Not" + name + ": only one of them may be there"
                            : "is missing");
        }
        String path = path(except ? "Not" + name : name);
        List<String> values = new ArrayList<>();
        switch (elements.get(except ? "Not" + name : name)) {
            case Json.Text(String one) -> values.add(pattern(path, one, fault));
            case Json.Items(List<Json> items) when !items.isEmpty() -> {
                for (Json item : items) {
                    String at = path + "[" + values.size() + "]";
                    if (!(item instanceof Json.Text(String one))) {
                        throw invalid(at, "is not a string");
                    }
                    values.add(pattern(at, one, fault));
                }
            }
            case Json.Items _ -> throw invalid(path, "is empty");
            case Json.Members _, Json.Literal _, Json.Nothing _ ->
                    throw invalid(path, "is neither a string nor a list of strings");
        }
        return new Patterns(except, values);
    }

    private static String pattern(String path, String value, UnaryOperator<String> fault) {
        String wrong = fault.apply(value);
        if (!wrong.isEmpty()) {
            throw invalid(path, Shown.quoted(value) + " " + wrong);
        }
        return value;
    }

    private List<Condition> conditions() {
        Json json = elements.get("Condition");
        if (json == null) {
            return List.of();
        }
        String path = path("Condition");
        List<Condition> conditions = new ArrayList<>();
        members(path, json)
                .forEach(
                        (operator, keys) -> {
                            String at = path + "." + Shown.clipped(operator);
                            members(at, keys)
                                    .forEach(
                                            (key, values) ->
                                                    conditions.add(
                                                            condition(at, operator, key, values)));
                        });
        return conditions;
    }

    private static Condition condition(String path, String operator, String key, Json values) {
        String at = path + "." + Shown.clipped(key);
        if (operator.isBlank() || key.isBlank()) {
            throw invalid(path, "names no operator or no key");
        }
        if (!(values instanceof Json.Items(List<Json> items))) {
            return new Condition(operator, key, List.of(scalar(at, values)));
        }
        return new Condition(operator, key, items.stream().map(item -> scalar(at, item)).toList());
    }

    private static Map<String, Json> members(String path, Json json) {
        if (json instanceof Json.Members(Map<String, Json> members)) {
            return members;
        }
        throw invalid(path, "is not an object");
    }

    private static String scalar(String path, Json json) {
        return switch (json) {
            case Json.Text(String value) -> value;
            case Json.Literal(String value) -> value;
            case Json.Members _, Json.Items _, Json.Nothing _ ->
                    throw invalid(
                            path, "is neither a string, a number, a boolean nor a list of them");
        };
    }

    private String path(String element) {
        return where + "." + element;
    }
}
