package org.consoleme.requests;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consoleme.access.ApprovalRule;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UseCase;
import org.consoleme.shared.UserId;

/** Asks for a role for a time, or for a change of its inline policies. */
@UseCase
public class OpenRequest {
    private static final int MOST_CHANGES = 20;

    private final Requests requests;
    private final ChangeMaker changes;
    private final AskingRules asking;
    private final RequestRights rights;
    private final ProtectedRoles protectedRoles;
    private final OwnDecision ownDecision;
    private final RequestAudit audit;
    private final RequestSettings settings;
    private final Clock clock;

    @Inject
    public OpenRequest(
            Requests requests,
            ChangeMaker changes,
            AskingRules asking,
            RequestRights rights,
            ProtectedRoles protectedRoles,
            OwnDecision ownDecision,
            RequestAudit audit,
            RequestSettings settings,
            Clock clock) {
        this.requests = requests;
        this.changes = changes;
        this.asking = asking;
        this.rights = rights;
        this.protectedRoles = protectedRoles;
        this.ownDecision = ownDecision;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes the request, or says what it would be. Where the rule approves by itself it is approved
     * then.
     *
     * @throws ProblemException {@code Invalid} with the field; {@code NotFound} for a role that
     *     does not exist, or that the caller may neither use nor ask for; {@code Forbidden} for one
     *     they may use but not ask for, and for protected roles; {@code Conflict} if nobody could
     *     approve it; {@code Refused} or {@code Unavailable} if AWS does not say what is there now
     */
    public OpenedRequest handle(Caller caller, RequestDraft draft) {
        if (draft.dryRun()) {
            return made(caller, draft, new RequestAudit.Attempt("open"));
        }
        return audit.refusals(
                caller.origin(),
                "open",
                draft.changes().stream()
                        .findFirst()
                        .map(asked -> asked.role().toString())
                        .orElse("no role"),
                attempt -> stored(caller, made(caller, draft, attempt), attempt));
    }

    private static RoleArn theRole(RequestDraft draft) {
        List<AskedChange> asked = draft.changes();
        if (asked.isEmpty() || asked.size() > MOST_CHANGES) {
            throw invalid("changes", "a request asks for 1 to " + MOST_CHANGES + " changes");
        }
        RoleArn role = asked.getFirst().role();
        if (asked.stream().anyMatch(change -> !change.role().equals(role))) {
            throw invalid("changes", "all changes of a request are of one role");
        }
        return role;
    }

    private OpenedRequest made(Caller caller, RequestDraft draft, RequestAudit.Attempt attempt) {
        RoleArn role = theRole(draft);
        RequestRights.requirePerson(caller, attempt);
        String justification = justification(draft);
        UserId beneficiary = draft.beneficiary().orElse(caller.user());
        protectedRoles.refuse(role);
        // Before AWS is asked, so that a role which is none of the caller's tells them nothing.
        asking.toAsk(caller, role, draft.changes().stream().map(rights::asked).toList(), attempt);
        requireAllowedBeneficiary(draft, caller, beneficiary);
        RequestId id = id(caller, draft);
        List<RequestedChange> made = changes(draft, id, caller.user());
        ApprovalRule rule =
                asking.toAsk(
                        caller,
                        role,
                        rights.asked(made.stream().map(RequestedChange::change).toList()),
                        attempt);
        attempt.detail("rule", rule.name());
        if (rule.autoApprove() && !SamePerson.same(beneficiary, caller.user())) {
            throw invalid(
                    "beneficiary", "a rule approves this at once: they ask for it themselves");
        }
        draft.changes().stream()
                .filter(AskedChange.Role.class::isInstance)
                .forEach(
                        asked ->
                                AskingRules.requireWithin(
                                        ((AskedChange.Role) asked).length(), rule));
        asking.requireEnoughDecide(rule, caller, List.of(caller.user(), beneficiary), attempt);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ChangeRequest request =
                new ChangeRequest(
                        id,
                        Version.NEW,
                        caller.user(),
                        beneficiary,
                        justification,
                        now,
                        now,
                        Optional.of(RequestTime.end(now, rule)),
                        new RequestState.Pending(),
                        made,
                        List.of(),
                        List.of(),
                        Optional.of(rule.name()));
        return new OpenedRequest(
                decided(caller, draft, request, rule, attempt),
                false,
                rule,
                asking.approvers(rule));
    }

    /**
     * A policy is for whoever uses the role: naming one person would only keep them from deciding.
     */
    private static void requireAllowedBeneficiary(
            RequestDraft draft, Caller caller, UserId beneficiary) {
        boolean policies =
                draft.changes().stream().anyMatch(change -> !(change instanceof AskedChange.Role));
        if (policies && !SamePerson.same(beneficiary, caller.user())) {
            throw invalid("beneficiary", "a policy is for nobody in particular");
        }
    }

    private String justification(RequestDraft draft) {
        return settings.justificationRequired()
                ? PlainText.required("justification", draft.justification(), "say why")
                : PlainText.checked("justification", draft.justification());
    }

    /** ConsoleMe's clients know a UUID. */
    private static RequestId id(Caller caller, RequestDraft draft) {
        return new RequestId(
                draft.onceKey()
                        .map(key -> caller.user().key() + '\n' + key)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .map(UUID::nameUUIDFromBytes)
                        .orElseGet(UUID::randomUUID)
                        .toString());
    }

    private List<RequestedChange> changes(RequestDraft draft, RequestId id, UserId by) {
        List<RequestedChange> made = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (AskedChange asked : draft.changes()) {
            Change change = changes.make(asked, by);
            if (!seen.add(subject(change))) {
                throw invalid("changes", "two of the changes are about the same thing");
            }
            made.add(
                    new RequestedChange(
                            id.value() + made.size(),
                            change,
                            new ChangeState.Open(),
                            Optional.empty()));
        }
        return made;
    }

    /** What no two changes of one request may both be about. */
    private static String subject(Change change) {
        return switch (change) {
            case Change.RoleForATime role -> "";
            case Change.PutInlinePolicy put -> put.name();
            case Change.DeleteInlinePolicy delete -> delete.name();
        };
    }

    private ChangeRequest decided(
            Caller caller,
            RequestDraft draft,
            ChangeRequest request,
            ApprovalRule rule,
            RequestAudit.Attempt attempt) {
        if (rule.autoApprove()) {
            attempt.detail("auto", "true");
            return request.approvedBy(rule.name(), request.requestedAt());
        }
        return draft.approveAtOnce()
                ? ownDecision.approved(caller, request, request.requestedAt(), attempt)
                : request;
    }

    private OpenedRequest stored(Caller caller, OpenedRequest made, RequestAudit.Attempt attempt) {
        ChangeRequest request = made.request();
        try {
            requests.open(
                    request,
                    new Transition(
                            audit.done(caller.origin(), attempt, request, request.requestedAt()),
                            RequestDesk.effects(request)));
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Conflict)) {
                throw e;
            }
        }
        // Whoever sent the same form twice gets what the first one made.
        ChangeRequest stored =
                requests.find(request.id())
                        .orElseThrow(() -> new Problem.NotFound("request", "").asException());
        return new OpenedRequest(stored, true, made.rule(), made.approvers());
    }

    private static ProblemException invalid(String field, String reason) {
        return new Problem.Invalid(field, reason).asException();
    }
}
