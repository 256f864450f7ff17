package org.consoleme.access;

import java.util.List;

/**
 * What the approval rules of one configuration are found to be.
 *
 * @param rules how many there are
 * @param mistakes in the order of the rules, at most 100; a rule with a mistake opens nothing and
 *     closes what it covers
 */
public record CheckedRules(int rules, List<RuleMistake> mistakes) {
    public CheckedRules {
        mistakes = List.copyOf(mistakes);
    }

    /** One for each mistake, with the rule's name and the key. */
    public List<String> sentences() {
        return mistakes.stream().map(RuleMistake::sentence).toList();
    }
}
