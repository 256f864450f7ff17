package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.web.errors.Texts;

/**
 * The members of a JSON object by ConsoleMe's names: {@code policy_name}, or its alias {@code
 * PolicyName}. One that is null counts as not there. What does not fit is named by its place.
 */
final class Members {
    private final String place;
    private final JsonNode object;

    private Members(String place, JsonNode object) {
        this.place = place;
        this.object = object;
    }

    /**
     * @param place of the object, for problems; empty for the body itself
     * @throws ProblemException {@code Invalid} if it is no object
     */
    static Members of(String place, JsonNode node) {
        if (!node.isObject()) {
            throw new Problem.Invalid(place.isEmpty() ? "body" : place, "an object is wanted")
                    .asException();
        }
        return new Members(place, node);
    }

    /** Refuses what ConsoleMe does not know: a misspelt name would change what is asked for. */
    Members only(String... known) {
        Set<String> names = new HashSet<>(Arrays.asList(known));
        Arrays.stream(known).map(Members::alias).forEach(names::add);
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!names.contains(name)) {
                                throw invalid(Texts.bounded(name), "there is no such member");
                            }
                        });
        return this;
    }

    Optional<JsonNode> find(String name) {
        JsonNode plain = object.path(name);
        JsonNode alias = object.path(alias(name));
        if (isThere(plain) && isThere(alias)) {
            throw invalid(name, "is there twice, as " + alias(name) + " too");
        }
        return Optional.of(isThere(plain) ? plain : alias).filter(Members::isThere);
    }

    JsonNode member(String name) {
        return find(name).orElseThrow(() -> invalid(name, "is missing"));
    }

    Members members(String name) {
        return of(place(name), member(name));
    }

    String text(String name) {
        return textIn(name, member(name));
    }

    Optional<String> optionalText(String name) {
        return find(name).map(node -> textIn(name, node));
    }

    boolean flag(String name, boolean otherwise) {
        Optional<JsonNode> node = find(name);
        if (node.isPresent() && !node.get().isBoolean()) {
            throw invalid(name, "true or false is wanted");
        }
        return node.map(JsonNode::booleanValue).orElse(otherwise);
    }

    String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    ProblemException invalid(String name, String reason) {
        return new Problem.Invalid(place(name), reason).asException();
    }

    private String textIn(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw invalid(name, "a text is wanted");
        }
        String text = node.textValue();
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw invalid(name, "holds half a character");
        }
        return text;
    }

    private static boolean isThere(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static String alias(String name) {
        return Arrays.stream(name.split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
