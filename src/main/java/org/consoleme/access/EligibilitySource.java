package org.consoleme.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;

/**
 * One way to be eligible: role tags, the dynamic configuration, grants, or an operator's own
 * extension (a CDI bean in a jar beside ours). Sources only ever add.
 */
public interface EligibilitySource {

    /** In memory and fast: it is asked on every request. */
    List<Entitlement> of(Caller caller);

    /** The same for one role. */
    default List<Entitlement> of(Caller caller, RoleArn role) {
        return of(caller).stream().filter(found -> found.role().equals(role)).toList();
    }

    /**
     * @param until when this entitlement ends; empty if it does not
     * @param facts of the role, where the source has them at hand; they are looked up otherwise
     */
    record Entitlement(
            RoleArn role,
            Surface surface,
            Reason reason,
            Optional<Instant> until,
            Optional<IndexedRole> facts) {

        public Entitlement(RoleArn role, Surface surface, Reason reason, Optional<Instant> until) {
            this(role, surface, reason, until, Optional.empty());
        }
    }
}
