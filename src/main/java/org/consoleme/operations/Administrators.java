package org.consoleme.operations;

import org.consoleme.identity.Caller;

/** Who runs the product: {@code application_admin} and {@code groups.can_admin}. */
public interface Administrators {

    boolean isAdministrator(Caller caller);
}
