package org.consoleme.access;

import java.util.List;
import org.consoleme.identity.Caller;

/** What the caller may use now: the union of all {@link EligibilitySource}s. */
public interface EligibleRoles {

    /** Sorted by ARN; CLI-only roles are in it only for {@link Surface#CLI}. */
    List<EligibleRole> of(Caller caller, Surface surface);
}
