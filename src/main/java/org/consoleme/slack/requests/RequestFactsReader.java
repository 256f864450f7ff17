package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.consoleme.access.ApprovalChannel;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.access.LookAlikes;
import org.consoleme.access.Ruling;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.policies.DocumentCheck;
import org.consoleme.policies.Finding;
import org.consoleme.policies.PolicyDifference;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestRights;
import org.consoleme.requests.RequestRisk;
import org.consoleme.requests.RequestedChange;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Single;

/** Asks the core what a card has to say, as it is now. */
@Single
public class RequestFactsReader {
    private final Accounts accounts;
    private final RequestRights rights;
    private final ApprovalRules rules;
    private final Grants grants;
    private final RequestRisk risks;
    private final LookAlikes lookAlikes;
    private final Clock clock;

    @Inject
    public RequestFactsReader(
            Accounts accounts,
            RequestRights rights,
            ApprovalRules rules,
            Grants grants,
            RequestRisk risks,
            LookAlikes lookAlikes,
            Clock clock) {
        this.accounts = accounts;
        this.rights = rights;
        this.rules = rules;
        this.grants = grants;
        this.risks = risks;
        this.lookAlikes = lookAlikes;
        this.clock = clock;
    }

    RequestFacts of(ChangeRequest request) {
        Ruling ruling = rights.ruling(request);
        Optional<ApprovalRule> rule =
                ruling instanceof Ruling.Governed(ApprovalRule governing)
                        ? Optional.of(governing)
                        : Optional.empty();
        List<Change> changes = request.changes().stream().map(RequestedChange::change).toList();
        List<String> reasons = reasons(request, changes);
        List<String> lines = gives(request);
        return new RequestFacts(
                account(request),
                lines,
                reasons,
                risks.of(request) == Risk.HIGH
                        || RequestCard.cuts(lines, reasons.size(), changes.size()),
                rule.map(rules::approvers).orElse(List.of()),
                rule.map(ApprovalRule::name),
                rule.map(ApprovalRule::needed).orElse(1),
                closed(request, ruling),
                grant(request).map(this::grantEnd),
                rule.flatMap(ApprovalRule::channel).map(ApprovalChannel::id));
    }

    private Optional<Ruling.Closed> closed(ChangeRequest request, Ruling ruling) {
        if (request.overdue(clock.instant())) {
            return Optional.of(RequestFacts.overdue(request));
        }
        if (!(ruling instanceof Ruling.Closed closed)) {
            return Optional.empty();
        }
        boolean gone = closed.mayPass() && rules.isGone(request.role(), request.requestedAt());
        return Optional.of(gone ? RequestFacts.GONE : closed);
    }

    /** Why to look twice, the gravest first. */
    private List<String> reasons(ChangeRequest request, List<Change> changes) {
        return Stream.of(
                        risks.sentence(request.role()).stream(),
                        lookAlike(request).stream(),
                        changes.stream()
                                .filter(Change.PutInlinePolicy.class::isInstance)
                                .map(put -> ((Change.PutInlinePolicy) put).document())
                                .flatMap(document -> DocumentCheck.findings(document).stream())
                                .filter(finding -> finding.risk() != Risk.LOW)
                                .map(Finding::sentence))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static List<String> gives(ChangeRequest request) {
        return request.changes().stream()
                .flatMap(change -> gives(change.change()).stream())
                .toList();
    }

    private List<String> lookAlike(ChangeRequest request) {
        List<String> others = lookAlikes.of(request.role());
        return others.isEmpty()
                ? List.of()
                : List.of(
                        "The name looks like that of another role here: "
                                + String.join(", ", others));
    }

    String account(ChangeRequest request) {
        return accounts.current()
                .find(request.role().account())
                .map(Account::name)
                .orElse(request.role().account().value());
    }

    private static List<String> gives(Change change) {
        return switch (change) {
            case Change.RoleForATime role ->
                    List.of(
                            "Everything that "
                                    + role.role().name()
                                    + " may do, for "
                                    + Lengths.words(role.length())
                                    + " from the approval on");
            case Change.PutInlinePolicy put ->
                    difference(put.before(), Optional.of(put.document()));
            case Change.DeleteInlinePolicy delete ->
                    difference(Optional.of(delete.before()), Optional.empty());
        };
    }

    private static List<String> difference(
            Optional<PolicyDocument> before, Optional<PolicyDocument> after) {
        return PolicyDifference.between(before, after).lines();
    }

    private RequestFacts.GrantEnd grantEnd(Grant grant) {
        return new RequestFacts.GrantEnd(
                grant.id().value(),
                grant.revision(),
                grant.over(),
                grant.live(clock.instant()),
                grant.closed().map(closed -> closed.how().name().toLowerCase(Locale.ROOT)),
                grant.closed()
                        .filter(closed -> closed.how() == Grant.How.REVOKED)
                        .map(Grant.Closed::by));
    }

    /** What came of an applied request for a role. */
    Optional<Grant> grant(ChangeRequest request) {
        List<RequestedChange> changes = new ArrayList<>(request.changes());
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).change() instanceof Change.RoleForATime
                    && changes.get(i).state() instanceof ChangeState.Applied) {
                return grants.find(new GrantId(request.id() + "-" + i));
            }
        }
        return Optional.empty();
    }
}
