package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.AskedFor;
import org.consoleme.access.Ruling;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.policies.Risk;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/** Who may do what with a request, by the rules and groups of this moment. */
@Single
public class RequestRights {
    /** As in ConsoleMe. */
    private static final Duration REOPEN_WITHIN = Duration.ofHours(24);

    private final ApprovalRules rules;
    private final Authorities authorities;
    private final RequestSettings settings;
    private final RequestRisk risks;

    @Inject
    public RequestRights(
            ApprovalRules rules,
            Authorities authorities,
            RequestSettings settings,
            RequestRisk risks) {
        this.rules = rules;
        this.authorities = authorities;
        this.settings = settings;
        this.risks = risks;
    }

    /** The rule for all changes of the request together. */
    public Ruling ruling(ChangeRequest request) {
        return rules.ruling(asked(changes(request)));
    }

    private static List<Change> changes(ChangeRequest request) {
        return request.changes().stream().map(RequestedChange::change).toList();
    }

    /** What the rules look at: each change, all of them as risky as they are together. */
    List<AskedFor> asked(List<Change> changes) {
        Risk risk = risks.of(changes);
        return changes.stream()
                .map(
                        change ->
                                switch (change) {
                                    case Change.RoleForATime role -> AskedFor.role(role.role());
                                    case Change.PutInlinePolicy put -> policy(put.role(), risk);
                                    case Change.DeleteInlinePolicy delete ->
                                            policy(delete.role(), risk);
                                })
                .toList();
    }

    AskedFor asked(AskedChange change) {
        return switch (change) {
            case AskedChange.Role role -> AskedFor.role(role.role());
            case AskedChange.NewPolicy put ->
                    policy(put.role(), risks.of(put.role(), put.document()));
            case AskedChange.ReplacedPolicy put ->
                    policy(put.role(), risks.of(put.role(), put.document()));
            case AskedChange.DeletedPolicy delete ->
                    policy(delete.role(), risks.ofPlace(delete.role()));
        };
    }

    private static AskedFor policy(RoleArn role, Risk risk) {
        return new AskedFor(AskedFor.Kind.INLINE_POLICY, role, risk);
    }

    /**
     * @param rule that governs
     * @param bypass it is their own, and the configuration lets them decide it all the same
     */
    record Leave(ApprovalRule rule, boolean bypass) {}

    /**
     * Lets the caller decide, or says why not. Own is what they asked for, what is for them, and
     * what they wrote themselves: nobody who ever edited a change approves it either.
     *
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}; {@code Conflict} with who
     *     was first, for a request whose role is not known any more
     */
    Leave toDecide(Caller caller, ChangeRequest request, RequestAudit.Attempt attempt) {
        requirePerson(caller, attempt);
        boolean own = request.concerns(caller.user());
        if (own && !settings.mayBypass(caller)) {
            throw attempt.refusal(
                    "OwnRequest",
                    new Problem.Forbidden(
                            "You asked for this, or wrote it, or it is for you: somebody else"
                                    + " decides."));
        }
        return switch (ruling(request)) {
            case Ruling.Governed(ApprovalRule rule) -> {
                if (!rules.mayDecide(rule, caller.user(), caller.groups())) {
                    throw attempt.refusal(
                            "NotApprover",
                            new Problem.Forbidden("You are not among those who decide this."));
                }
                yield new Leave(rule, own);
            }
            case Ruling.Closed(String cause, String sentence) -> {
                StillPossible.requirePending(request);
                throw attempt.refusal(cause, new Problem.Forbidden(sentence));
            }
        };
    }

    static void requirePerson(Caller caller, RequestAudit.Attempt attempt) {
        if (caller.application()) {
            throw attempt.refusal(
                    "Application", new Problem.Forbidden("Requests are made by people."));
        }
    }

    /** Whether the caller's decision is what is missing. */
    boolean waitsFor(Caller caller, ChangeRequest request, Instant now) {
        return request.state() instanceof RequestState.Pending
                && !request.overdue(now)
                && !waitsForOthers(caller, request, ruling(request))
                && mayDecide(caller, request);
    }

    private boolean mayDecide(Caller caller, ChangeRequest request) {
        return !caller.application()
                && (!request.concerns(caller.user()) || settings.mayBypass(caller))
                && isApprover(caller, request);
    }

    private boolean isApprover(Caller caller, ChangeRequest request) {
        return ruling(request) instanceof Ruling.Governed(ApprovalRule rule)
                && rules.mayDecide(rule, caller.user(), caller.groups());
    }

    /** Administers policies: may edit, withdraw, try again and open again what others asked for. */
    boolean administers(Caller caller) {
        return !caller.application()
                && authorities.canAdminPolicies(caller.user(), caller.groups());
    }

    boolean mayEdit(Caller caller, ChangeRequest request) {
        return isUser(caller, request.requester()) || administers(caller);
    }

    boolean mayWithdraw(Caller caller, ChangeRequest request) {
        return mayEdit(caller, request) || isUser(caller, request.beneficiary());
    }

    /** One who decides can strike out a single change, or have a failed one tried again. */
    boolean mayCancelChange(Caller caller, ChangeRequest request) {
        return mayWithdraw(caller, request)
                || (!caller.application() && isApprover(caller, request));
    }

    private static boolean isUser(Caller caller, UserId user) {
        return !caller.application() && caller.user().equals(user);
    }

    boolean mayReopen(Caller caller, ChangeRequest request, Instant now) {
        return administers(caller)
                && request.closedAt()
                        .filter(at -> !now.isAfter(at.plus(REOPEN_WITHIN)))
                        .isPresent();
    }

    /** What {@code caller} may do with the request as it stands. */
    Rights of(Caller caller, ChangeRequest request, Instant now) {
        boolean pending = request.state() instanceof RequestState.Pending && !request.overdue(now);
        Ruling ruling = ruling(request);
        Optional<ApprovalRule> rule =
                ruling instanceof Ruling.Governed(ApprovalRule governing)
                        ? Optional.of(governing)
                        : Optional.empty();
        boolean decides = mayDecide(caller, request);
        boolean failed =
                request.changes().stream().anyMatch(c -> c.state() instanceof ChangeState.Failed);
        return new Rights(
                pending && decides && !waitsForOthers(caller, request, ruling),
                pending && decides && request.untouched(),
                request.concerns(caller.user()) && decides,
                (pending || failed) && mayEdit(caller, request),
                pending && request.untouched() && mayWithdraw(caller, request),
                (pending || failed) && mayCancelChange(caller, request),
                failed && mayCancelChange(caller, request),
                mayReopen(caller, request, now),
                rule.map(ApprovalRule::name),
                rule.map(ApprovalRule::needed).orElse(1),
                rule.map(rules::approvers).orElse(List.of()),
                rule.map(ApprovalRule::maxDuration),
                ruling instanceof Ruling.Closed(String cause, String sentence)
                        ? Optional.of(sentence)
                        : Optional.empty());
    }

    /** Whether they gave all the approvals that count by the rule of this moment. */
    private static boolean waitsForOthers(Caller caller, ChangeRequest request, Ruling ruling) {
        return ruling instanceof Ruling.Governed(ApprovalRule rule)
                && request.open().stream()
                        .allMatch(id -> request.approvedBy(caller.user(), id, rule.name()));
    }
}
