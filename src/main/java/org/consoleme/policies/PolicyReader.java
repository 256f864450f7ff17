package org.consoleme.policies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.Problem;

/**
 * Takes the elements of a policy out of its JSON and refuses what IAM's grammar does not have.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the IAM JSON policy language</a>
 */
final class PolicyReader {
    static final String NEWER = "2012-10-17";
    static final String OLDER = "2008-10-17";
    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

    /** What a document says. */
    record Policy(Optional<String> version, Optional<String> id, List<Statement> statements) {}

    private PolicyReader() {}

    /**
     * Reads a policy.
     *
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with the element's path, such
     *     as {@code Statement[1].Action}
     */
    static Policy read(Json json) {
        if (!(json instanceof Json.Members(Map<String, Json> elements))) {
            throw invalid(PolicyDocument.FIELD, "is not a JSON object");
        }
        for (String name : elements.keySet()) {
            if (!ELEMENTS.contains(name)) {
                throw invalid(
                        PolicyDocument.FIELD,
                        "has an element that no policy has: " + Shown.quoted(name));
            }
        }
        Optional<String> version = text(elements, "Version");
        if (version.isPresent() && !version.get().equals(NEWER) && !version.get().equals(OLDER)) {
            throw invalid("Version", "is neither " + NEWER + " nor " + OLDER);
        }
        List<Statement> statements = statements(elements.get("Statement"));
        refuseEqualSids(statements);
        return new Policy(version, text(elements, "Id"), statements);
    }

    private static Optional<String> text(Map<String, Json> elements, String name) {
        return switch (elements.get(name)) {
            case null -> Optional.empty();
            case Json.Text(String value) -> Optional.of(value);
            case Json.Members _, Json.Items _, Json.Literal _, Json.Nothing _ ->
                    throw invalid(name, "is not a string");
        };
    }

    private static List<Statement> statements(Json json) {
        return switch (json) {
            case null -> throw invalid("Statement", "is missing");
            case Json.Members(Map<String, Json> one) ->
                    List.of(new StatementReader("Statement[0]", one).read());
            case Json.Items(List<Json> items) when !items.isEmpty() -> {
                List<Statement> statements = new ArrayList<>();
                for (Json item : items) {
                    statements.add(statement("Statement[" + statements.size() + "]", item));
                }
                yield statements;
            }
            case Json.Items _ -> throw invalid("Statement", "is empty");
            case Json.Text _, Json.Literal _, Json.Nothing _ ->
                    throw invalid("Statement", "is neither an object nor a list of objects");
        };
    }

    private static Statement statement(String where, Json item) {
        if (item instanceof Json.Members(Map<String, Json> elements)) {
            return new StatementReader(where, elements).read();
        }
        throw invalid(where, "is not an object");
    }

    private static void refuseEqualSids(List<Statement> statements) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            String sid = statements.get(i).sid();
            if (!sid.isEmpty() && !seen.add(sid)) {
                throw invalid("Statement[" + i + "].Sid", Shown.quoted(sid) + " is there twice");
            }
        }
    }

    static RuntimeException invalid(String where, String reason) {
        return new Problem.Invalid(where, reason).asException();
    }
}
