package org.consoleme.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.policies.Risk;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.ProblemException;

/**
 * All approval rules of one version of the configuration, in the order in which they are asked:
 * broken ones first, then the strictest first. The first that covers something governs it.
 *
 * <p>A broken rule never opens anything, and it closes what it covers: it may have been the one
 * that wants two approvals for production, and without it a looser one would step in. What of its
 * match cannot be read covers everything, for the same reason. So a mistake stops requests until an
 * administrator corrects it; it is told when such a configuration is read and when one is looked
 * over ({@link #checked}), and to whoever asks.
 */
final class RuleBook {
    static final String KEY = "approval_rules";
    private static final int MOST_MISTAKES = 100;

    private final List<Entry> entries;
    private final CheckedRules checked;

    /**
     * @param mistakes what is wrong with it; a rule counts only without
     */
    record Entry(ApprovalRule rule, List<RuleMistake> mistakes) {
        Entry {
            mistakes = List.copyOf(mistakes);
        }

        boolean broken() {
            return !mistakes.isEmpty();
        }
    }

    /**
     * @param rules how many there are
     */
    private RuleBook(int rules, List<Entry> entries) {
        this.entries =
                entries.stream()
                        .sorted(
                                Comparator.comparing((Entry entry) -> !entry.broken())
                                        .thenComparing(Entry::rule, ApprovalRule.STRICTEST_FIRST))
                        .toList();
        this.checked =
                new CheckedRules(
                        rules,
                        entries.stream()
                                .flatMap(entry -> entry.mistakes().stream())
                                .limit(MOST_MISTAKES)
                                .toList());
    }

    static RuleBook read(Configuration keys) {
        List<Map<String, Object>> written;
        try {
            written = keys.maps(KEY);
        } catch (ProblemException e) {
            RuleMistake noList = new RuleMistake(0, Optional.empty(), KEY, "a list of rules");
            return new RuleBook(0, List.of(new Entry(ApprovalRule.DEFAULT, List.of(noList))));
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Map<String, Object> one : written) {
            Entry entry = new RuleReader(one, entries.size() + 1).read();
            names.merge(entry.rule().name(), 1, Integer::sum);
            entries.add(entry);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (isDoubled(entries.get(i), names)) {
                entries.set(i, doubled(entries.get(i), i + 1));
            }
        }
        return new RuleBook(entries.size(), entries);
    }

    private static boolean isDoubled(Entry entry, Map<String, Integer> names) {
        return !entry.rule().name().isEmpty() && names.get(entry.rule().name()) > 1;
    }

    /** The record of a decision names its rule, so a name means one rule. */
    private static Entry doubled(Entry entry, int place) {
        List<RuleMistake> mistakes = new ArrayList<>(entry.mistakes());
        mistakes.add(
                new RuleMistake(
                        place,
                        Optional.of(entry.rule().name()),
                        "name",
                        "another rule has it, too"));
        return new Entry(entry.rule(), mistakes);
    }

    /** How many there are, and what is wrong with them. */
    CheckedRules checked() {
        return checked;
    }

    /** All channels that rules name. */
    Set<ApprovalChannel> channels() {
        return entries.stream()
                .flatMap(entry -> entry.rule().channel().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Every rule that may turn out to govern this, those with a mistake too: {@link
     * RuleMatch#mightCover}.
     */
    Stream<ApprovalRule> candidates(AskedFor.Kind kind, Risk risk, RoleFacts facts) {
        return entries.stream()
                .map(Entry::rule)
                .filter(rule -> rule.match().mightCover(kind, risk, facts));
    }

    /** Every rule that can govern something of that kind. */
    Stream<ApprovalRule> governing(AskedFor.Kind kind) {
        Stream<ApprovalRule> written =
                entries.stream()
                        .filter(entry -> !entry.broken())
                        .map(Entry::rule)
                        .filter(rule -> rule.match().isFor(kind));
        return kind == AskedFor.Kind.INLINE_POLICY
                        && entries.stream().noneMatch(e -> e.rule().match().coversAll(kind))
                ? Stream.concat(written, Stream.of(ApprovalRule.DEFAULT))
                : written;
    }

    boolean goesByUnits() {
        return entries.stream().anyMatch(entry -> entry.rule().match().goesByTheUnits());
    }

    Ruling ruling(AskedFor.Kind kind, Risk risk, RoleFacts facts) {
        if (facts.account().isEmpty()
                && entries.stream().anyMatch(e -> e.rule().match().goesByTheAccount())) {
            return new Ruling.Closed(
                    "UnknownAccount",
                    "The role's account is not known just now, and the rules go by it.");
        }
        if (facts.account().isPresent() && !facts.unitsKnown() && goesByUnits()) {
            return new Ruling.Closed(
                    "UnknownUnits",
                    "The organizational units of the role's account cannot be read just now, and"
                            + " the rules go by them.");
        }
        for (Entry entry : entries) {
            if (entry.rule().match().covers(kind, risk, facts)) {
                return entry.broken()
                        ? new Ruling.Closed(
                                "BrokenRule",
                                "An approval rule that counts here has a mistake. An administrator"
                                        + " can see it in the configuration and correct it.")
                        : new Ruling.Governed(entry.rule());
            }
        }
        return switch (kind) {
            case INLINE_POLICY -> new Ruling.Governed(ApprovalRule.DEFAULT);
            case ROLE ->
                    new Ruling.Closed("NoRule", "No approval rule lets anybody ask for this role.");
        };
    }
}
