package org.consoleme.access;

import org.consoleme.shared.RoleArn;

/** Roles that no request may be about, whatever the rules say. */
@FunctionalInterface
public interface OffLimits {

    /**
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} or {@code Refused} as long
     *     as we do not know what role we are ourselves
     */
    boolean protects(RoleArn role);
}
