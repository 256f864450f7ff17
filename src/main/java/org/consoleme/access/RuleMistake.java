package org.consoleme.access;

import java.util.Optional;

/**
 * What is wrong with an approval rule. Values are not repeated.
 *
 * @param place of the rule among the others, from 1; 0 if they are no list
 * @param rule its name; empty if it has none, or none that is fit to be shown
 * @param field the key as it was written, at most 100 characters: {@code match.kinds}
 * @param reason what is wanted
 */
public record RuleMistake(int place, Optional<String> rule, String field, String reason) {
    private static final int MOST = 100;

    public RuleMistake {
        field = shown(field);
    }

    public String sentence() {
        String which =
                place == 0
                        ? ""
                        : RuleBook.KEY
                                + ", rule "
                                + rule.map(name -> '"' + name + '"').orElse("" + place)
                                + ": ";
        return which + field + ": " + reason;
    }

    private static String shown(String written) {
        StringBuilder plain = new StringBuilder();
        written.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(MOST)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
