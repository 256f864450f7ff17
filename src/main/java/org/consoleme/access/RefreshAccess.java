package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.shared.UseCase;

/**
 * Brings what this node knows about access up to date: the index, and ConsoleMe's mapping while the
 * index is empty.
 */
@UseCase
public class RefreshAccess {
    private final CurrentIndex index;
    private final AuthorizationMappings mappings;
    private final ImportedEligibility imported;

    @Inject
    public RefreshAccess(
            CurrentIndex index, AuthorizationMappings mappings, ImportedEligibility imported) {
        this.index = index;
        this.mappings = mappings;
        this.imported = imported;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}; what is known stays
     */
    public void handle() {
        index.refresh();
        if (index.get().size() == 0) {
            mappings.last().ifPresent(published -> imported.take(published.mapping()));
        }
    }
}
