package org.consoleme.requests;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.identity.Caller;
import org.consoleme.policies.DocumentCheck;
import org.consoleme.policies.Finding;
import org.consoleme.policies.InlinePolicySize;
import org.consoleme.policies.PolicyDifference;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UseCase;

/** Looks over a policy while somebody writes it, beside what the role has. */
@UseCase
public class CheckDraft {
    private final WhatGoverns rules;
    private final RolePolicies policies;

    @Inject
    public CheckDraft(WhatGoverns rules, RolePolicies policies) {
        this.rules = rules;
        this.policies = policies;
    }

    /**
     * @param before what AWS has under that name; empty if nothing, or if AWS did not say
     * @param difference empty if AWS did not say what there is
     * @param size likewise
     */
    public record Checked(
            List<Finding> findings,
            Risk risk,
            Optional<PolicyDocument> before,
            Optional<PolicyDifference> difference,
            Optional<InlinePolicySize> size) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param name empty for a policy that gets its name later
     * @throws ProblemException as {@link WhatGoverns}: what a role has is shown to those who may
     *     ask for it
     */
    public Checked handle(
            Caller caller, RoleArn role, Optional<String> name, PolicyDocument document) {
        rules.handle(caller, AskedFor.Kind.INLINE_POLICY, role, Optional.of(document));
        List<Finding> findings = DocumentCheck.findings(document);
        try {
            Optional<PolicyDocument> before =
                    name.flatMap(known -> policies.inline(role, known, caller.user()));
            int others = policies.othersSize(role, name.orElse(""), caller.user());
            return new Checked(
                    findings,
                    Risk.of(findings),
                    before,
                    Optional.of(PolicyDifference.between(before, Optional.of(document))),
                    Optional.of(InlinePolicySize.ofRole(document.countedSize(), others)));
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Refused
                    || e.problem() instanceof Problem.Unavailable) {
                return new Checked(
                        findings,
                        Risk.of(findings),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            }
            throw e;
        }
    }
}
