package org.consoleme.policies;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Finds the statements that belong together and takes them apart. Pairs are looked for by hash, in
 * four turns: the same but for the {@code Sid}; the same {@code Sid}; the same resources; the same
 * actions. Whatever finds no partner is new or gone as a whole. Effect and conditions are always
 * the same within a pair.
 */
final class StatementDifference {
    private final PatternDifference patterns = new PatternDifference(ActionCatalogue.shipped());
    private final List<Statement> added = new ArrayList<>();
    private final List<Statement> removed = new ArrayList<>();
    private List<Statement> before;
    private List<Statement> after;

    StatementDifference(List<Statement> before, List<Statement> after) {
        this.before = before;
        this.after = after;
        pair(s -> Optional.of(CanonicalText.withoutSid(s)), (_, _) -> {});
        pair(StatementDifference::bySid, this::difference);
        pair(StatementDifference::byResources, this::difference);
        pair(StatementDifference::byActions, this::difference);
        added.addAll(this.after);
        removed.addAll(this.before);
    }

    List<Statement> added() {
        return added;
    }

    List<Statement> removed() {
        return removed;
    }

    private static Optional<String> bySid(Statement s) {
        return s.sid().isEmpty() || s.actions().except() || s.resources().except()
                ? Optional.empty()
                : Optional.of(s.sid() + " " + s.effect() + CanonicalText.conditions(s));
    }

    private static Optional<String> byResources(Statement s) {
        return s.actions().except()
                ? Optional.empty()
                : Optional.of(
                        s.effect() + CanonicalText.conditions(s) + CanonicalText.resources(s));
    }

    private static Optional<String> byActions(Statement s) {
        return s.resources().except()
                ? Optional.empty()
                : Optional.of(s.effect() + CanonicalText.conditions(s) + CanonicalText.actions(s));
    }

    /** Takes the pairs with the same key off both lists; those without a key stay. */
    private void pair(
            Function<Statement, Optional<String>> key, BiConsumer<Statement, Statement> found) {
        Map<String, Deque<Statement>> partners = new HashMap<>();
        for (Statement statement : after) {
            key.apply(statement)
                    .ifPresent(
                            k ->
                                    partners.computeIfAbsent(k, _ -> new ArrayDeque<>())
                                            .add(statement));
        }
        List<Statement> alone = new ArrayList<>();
        Map<Statement, Integer> taken = new HashMap<>();
        for (Statement statement : before) {
            Deque<Statement> candidates =
                    key.apply(statement).map(partners::get).orElseGet(ArrayDeque::new);
            if (candidates.isEmpty()) {
                alone.add(statement);
            } else {
                Statement partner = candidates.remove();
                taken.merge(partner, 1, Integer::sum);
                found.accept(statement, partner);
            }
        }
        before = alone;
        after = without(after, taken);
    }

    private static List<Statement> without(
            List<Statement> statements, Map<Statement, Integer> taken) {
        List<Statement> left = new ArrayList<>();
        for (Statement statement : statements) {
            if (taken.merge(statement, -1, Integer::sum) < 0) {
                left.add(statement);
            }
        }
        return left;
    }

    private void difference(Statement was, Statement is) {
        add(added, is, was);
        add(removed, was, is);
    }

    /** What {@code one} has beyond {@code other}: its other actions, and the rest elsewhere. */
    private void add(List<Statement> into, Statement one, Statement other) {
        Patterns actions = patterns.actions(one.actions(), other.actions());
        Patterns resources = patterns.resources(one.resources(), other.resources());
        if (!actions.values().isEmpty()) {
            into.add(part(one, actions, one.resources()));
        }
        Patterns common = patterns.actions(one.actions(), actions);
        if (!resources.values().isEmpty() && !common.values().isEmpty()) {
            into.add(part(one, common, resources));
        }
    }

    private static Statement part(Statement of, Patterns actions, Patterns resources) {
        return new Statement(of.sid(), of.effect(), actions, resources, of.conditions());
    }
}
