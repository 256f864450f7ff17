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
    private final RequestRisk risks;
    private final RecentRolePolicies policies;

    @Inject
    public CheckDraft(WhatGoverns rules, RequestRisk risks, RecentRolePolicies policies) {
        this.rules = rules;
        this.risks = risks;
        this.policies = policies;
    }

    /**
     * @param risk as a request for it has, as far as AWS said what there is
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
            List<RecentRolePolicies.Policy> live = policies.of(role, caller.user());
            Optional<PolicyDocument> before =
                    live.stream()
                            .filter(policy -> isNamed(policy, name))
                            .findFirst()
                            .map(CheckDraft::document);
            int others =
                    live.stream()
                            .filter(policy -> !isNamed(policy, name))
                            .mapToInt(RecentRolePolicies.Policy::size)
                            .sum();
            return new Checked(
                    findings,
                    risks.of(role, before, document),
                    before,
                    Optional.of(PolicyDifference.between(before, Optional.of(document))),
                    Optional.of(InlinePolicySize.ofRole(document.countedSize(), others)));
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Refused
                    || e.problem() instanceof Problem.Unavailable) {
                return new Checked(
                        findings,
                        risks.of(role, document),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            }
            throw e;
        }
    }

    private static boolean isNamed(RecentRolePolicies.Policy policy, Optional<String> name) {
        return name.filter(policy.name()::equals).isPresent();
    }

    /** What cannot be read is not taken for nothing. */
    private static PolicyDocument document(RecentRolePolicies.Policy policy) {
        return PolicyDocument.tryParse(policy.text())
                .orElseThrow(
                        () -> new Problem.Refused("AWS", "UnreadablePolicyDocument").asException());
    }
}
