package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.accounts.Accounts;
import org.consoleme.shared.UseCase;

/**
 * Brings what this node knows about access up to date: the index, and ConsoleMe's mapping while the
 * index has gaps.
 */
@UseCase
public class RefreshAccess {
    private final CurrentIndex index;
    private final Accounts accounts;
    private final AuthorizationMappings mappings;
    private final ImportedEligibility imported;

    @Inject
    public RefreshAccess(
            CurrentIndex index,
            Accounts accounts,
            AuthorizationMappings mappings,
            ImportedEligibility imported) {
        this.index = index;
        this.accounts = accounts;
        this.mappings = mappings;
        this.imported = imported;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}; what is known stays
     */
    public void handle() {
        try {
            index.refresh();
        } finally {
            if (!hasGaps()) {
                imported.forget();
            } else if (imported.isDue()) {
                mappings.last().ifPresent(published -> imported.take(published.mapping()));
            }
        }
    }

    private boolean hasGaps() {
        RoleIndex now = index.get();
        return now.size() == 0
                || accounts.current().accounts().stream()
                        .anyMatch(account -> account.active() && !now.has(account.id()));
    }
}
