package org.consoleme.requests;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.AskedFor;
import org.consoleme.identity.Caller;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UseCase;

/** Says before anybody asks whether they may, who would decide, and within what bounds. */
@UseCase
public class WhatGoverns {
    private final AskingRules asking;
    private final RequestRisk risks;
    private final ProtectedRoles protectedRoles;

    @Inject
    public WhatGoverns(AskingRules asking, RequestRisk risks, ProtectedRoles protectedRoles) {
        this.asking = asking;
        this.risks = risks;
        this.protectedRoles = protectedRoles;
    }

    /**
     * @param approvers users and groups who decide, by name
     * @param nobody why too few could approve it; empty if enough could, as far as is known
     */
    public record Governing(ApprovalRule rule, List<String> approvers, Optional<String> nobody) {
        public Governing {
            approvers = List.copyOf(approvers);
        }
    }

    /**
     * @param document of a policy, because a riskier one may be for others to decide
     * @throws ProblemException {@code Forbidden} with the reason to somebody who may use the role
     *     but not ask for it, and for protected roles; {@code NotFound} to everybody else who may
     *     not ask
     */
    public Governing handle(
            Caller caller, AskedFor.Kind kind, RoleArn role, Optional<PolicyDocument> document) {
        RequestAudit.Attempt attempt = new RequestAudit.Attempt("look");
        Risk risk = document.map(text -> risks.of(role, text)).orElseGet(() -> risks.ofPlace(role));
        ApprovalRule rule =
                asking.toAsk(caller, role, List.of(new AskedFor(kind, role, risk)), attempt);
        protectedRoles.refuse(role);
        return new Governing(rule, asking.approvers(rule), nobody(rule, caller, attempt));
    }

    private Optional<String> nobody(
            ApprovalRule rule, Caller caller, RequestAudit.Attempt attempt) {
        try {
            asking.requireEnoughDecide(rule, caller, List.of(caller.user()), attempt);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem().sentence());
        }
    }
}
