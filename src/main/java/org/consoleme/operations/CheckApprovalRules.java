package org.consoleme.operations;

import jakarta.inject.Inject;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.CheckedRules;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/**
 * Says what is wrong with the approval rules of a configuration before it is saved, to an
 * administrator. Nothing is stored.
 */
@UseCase
public class CheckApprovalRules {
    private final WrittenConfiguration written;
    private final ForAdministrators gate;

    @Inject
    public CheckApprovalRules(WrittenConfiguration written, ForAdministrators gate) {
        this.written = written;
        this.gate = gate;
    }

    /**
     * @param text a whole dynamic configuration, YAML or JSON, as it would be stored
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}; {@code Invalid} with field
     *     {@code dynamic_config} if the text is neither
     */
    public CheckedRules handle(Caller caller, byte[] text) {
        gate.require(caller);
        return ApprovalRules.check(written.read(text));
    }
}
