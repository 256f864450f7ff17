package org.consoleme.policies;

import java.util.BitSet;
import java.util.HashSet;

/** Sets of the catalogue's actions, as what stands in statements means them. */
final class ActionSets {
    private ActionSets() {}

    /** The known actions that a statement is about. */
    static BitSet of(ActionCatalogue catalogue, Patterns actions) {
        BitSet matches = new BitSet();
        for (String pattern : new HashSet<>(actions.values())) {
            catalogue.addMatches(pattern, matches);
        }
        if (actions.except()) {
            matches.flip(0, catalogue.size());
        }
        return matches;
    }

    /** The actions for which the resources are open: those of any service, or of an ARN's. */
    static BitSet openServices(ActionCatalogue catalogue, Patterns resources) {
        BitSet open = new BitSet();
        if (ArnPattern.isEverything(resources)) {
            open.set(0, catalogue.size());
            return open;
        }
        for (String resource : new HashSet<>(resources.values())) {
            if (ArnPattern.isOpen(resource)) {
                String service = ArnPattern.parts(resource)[2];
                if (Patterns.hasWildcard(service)) {
                    open.set(0, catalogue.size());
                } else {
                    catalogue.addMatches(service + ":*", open);
                }
            }
        }
        return open;
    }
}
