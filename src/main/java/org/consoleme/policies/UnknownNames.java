package org.consoleme.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds services, actions and condition operators that AWS does not have, in statements of either
 * effect: a misspelt Deny denies nothing. AWS itself takes unknown actions without a word, and new
 * ones appear daily, so they are no errors.
 */
final class UnknownNames {
    /** Looking for what was meant takes time; who has so many mistakes needs other help. */
    private static final int MAX_GUESSES = 20;

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
     *     operators</a>
     */
    private static final Set<String> OPERATORS =
            Set.of(
                    "stringequals",
                    "stringnotequals",
                    "stringequalsignorecase",
                    "stringnotequalsignorecase",
                    "stringlike",
                    "stringnotlike",
                    "numericequals",
                    "numericnotequals",
                    "numericlessthan",
                    "numericlessthanequals",
                    "numericgreaterthan",
                    "numericgreaterthanequals",
                    "dateequals",
                    "datenotequals",
                    "datelessthan",
                    "datelessthanequals",
                    "dategreaterthan",
                    "dategreaterthanequals",
                    "bool",
                    "binaryequals",
                    "ipaddress",
                    "notipaddress",
                    "arnequals",
                    "arnlike",
                    "arnnotequals",
                    "arnnotlike",
                    "null");

    private final ActionCatalogue catalogue;
    private int guesses;

    UnknownNames(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Finding> findings(Statement statement, String where) {
        List<Finding> findings = new ArrayList<>();
        boolean narrow = statement.resources().values().stream().noneMatch(ArnPattern::isOpen);
        String path = where + (statement.actions().except() ? ".NotAction" : ".Action");
        for (String action : statement.actions().values()) {
            BitSet matches = new BitSet();
            catalogue.addMatches(action, matches);
            if (matches.isEmpty()) {
                findings.add(unknown(action, path));
            } else if (narrow
                    && !Patterns.hasWildcard(action)
                    && catalogue.anyResourceOnly().get(matches.nextSetBit(0))
                    && !statement.actions().except()
                    && !statement.resources().except()) {
                findings.add(
                        new Finding(
                                Finding.Code.NO_SUCH_RESOURCE,
                                path,
                                Shown.clipped(action)
                                        + " knows no single resources: it works only with"
                                        + " \"Resource\": \"*\", so here it does nothing."));
            }
        }
        for (Condition condition : statement.conditions()) {
            if (!isOperator(condition.operator())) {
                findings.add(
                        new Finding(
                                Finding.Code.UNKNOWN_OPERATOR,
                                where + ".Condition",
                                "There is no condition operator "
                                        + Shown.quoted(condition.operator())
                                        + "."));
            }
        }
        return findings;
    }

    private Finding unknown(String action, String path) {
        boolean known = catalogue.knowsService(action);
        String meant =
                guesses++ < MAX_GUESSES
                        ? catalogue.nearest(action).map(m -> " Was " + m + " meant?").orElse("")
                        : "";
        String what =
                !known
                        ? "No service that is known has the prefix of "
                        : Patterns.hasWildcard(action)
                                ? "No action that is known matches "
                                : "No action that is known is called ";
        return new Finding(
                known ? Finding.Code.UNKNOWN_ACTION : Finding.Code.UNKNOWN_SERVICE,
                path,
                what + Shown.clipped(action) + "." + meant);
    }

    private static boolean isOperator(String text) {
        String operator = text.toLowerCase(Locale.ROOT);
        for (String set : List.of("foranyvalue:", "forallvalues:")) {
            operator = operator.startsWith(set) ? operator.substring(set.length()) : operator;
        }
        return OPERATORS.contains(operator)
                || (operator.endsWith("ifexists")
                        && !operator.equals("nullifexists")
                        && OPERATORS.contains(
                                operator.substring(0, operator.length() - "ifexists".length())));
    }
}
