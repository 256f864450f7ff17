package org.consoleme.operations;

import jakarta.inject.Inject;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/** Shows an administrator what the self-check found. */
@UseCase
public class RunSelfCheck {
    private final SelfCheck selfCheck;
    private final ForAdministrators gate;

    @Inject
    public RunSelfCheck(SelfCheck selfCheck, ForAdministrators gate) {
        this.selfCheck = selfCheck;
        this.gate = gate;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}
     */
    public SelfCheck.Report handle(Caller caller) {
        gate.require(caller);
        return selfCheck.report();
    }
}
