package org.consoleme.policies;

import java.util.List;

/**
 * One statement of an identity's policy.
 *
 * @param sid letters and digits, unique in its document; empty for none
 */
public record Statement(
        String sid,
        Effect effect,
        Patterns actions,
        Patterns resources,
        List<Condition> conditions) {
    public Statement {
        conditions = List.copyOf(conditions);
    }

    boolean allows() {
        return effect == Effect.ALLOW;
    }
}
