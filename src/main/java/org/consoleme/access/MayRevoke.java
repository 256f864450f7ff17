package org.consoleme.access;

import org.consoleme.identity.Caller;

/** Who may take somebody's grant away. */
public interface MayRevoke {

    /**
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} if what it rests on cannot
     *     be read: then nobody may
     */
    boolean mayRevoke(Caller caller, Grant grant);
}
