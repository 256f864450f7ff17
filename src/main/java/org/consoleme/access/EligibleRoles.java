package org.consoleme.access;

import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.RoleArn;

/** What the caller may use now: the union of all {@link EligibilitySource}s. */
public interface EligibleRoles {

    /** Sorted by ARN; CLI-only roles are in it only for {@link Surface#CLI}. */
    List<EligibleRole> of(Caller caller, Surface surface);

    /** The one role of {@link #of} with this ARN, without making all the others. */
    Optional<EligibleRole> one(Caller caller, Surface surface, RoleArn role);
}
