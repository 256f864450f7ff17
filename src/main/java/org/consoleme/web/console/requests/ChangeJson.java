package org.consoleme.web.console.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestRisk;
import org.consoleme.requests.RequestedChange;
import org.consoleme.shared.UserId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of a request.
 *
 * @param stateAt when it came to that state; null while it is open
 * @param failure why it failed
 * @param updatedBy who last edited, decided or cancelled it
 * @param minutes for how long a role is asked for
 * @param document the exact text that AWS will get; null if none is put
 * @param approvals how many different people approved it, as far as that counts now
 */
public record ChangeJson(
        String id,
        @Schema(enumeration = {"role", "put_inline_policy", "delete_inline_policy"}) String kind,
        @Schema(enumeration = {"open", "approved", "applying", "applied", "failed", "cancelled"})
                String state,
        Optional<Instant> stateAt,
        Optional<String> failure,
        Optional<String> updatedBy,
        Optional<Long> minutes,
        Optional<String> policyName,
        Optional<String> document,
        Optional<DifferenceJson> difference,
        List<FindingJson> findings,
        @Schema(enumeration = {"low", "medium", "high"}) String risk,
        long approvals) {
    static final String ROLE = "role";
    static final String PUT = "put_inline_policy";
    static final String DELETE = "delete_inline_policy";

    static ChangeJson of(RequestedChange change, long approvals, RequestRisk risks) {
        Optional<PolicyDocument> document = document(change.change());
        return new ChangeJson(
                change.id(),
                kind(change.change()),
                state(change.state()),
                at(change.state()),
                change.state() instanceof ChangeState.Failed failed
                        ? Optional.of(failed.reason())
                        : Optional.empty(),
                change.lastTouchedBy().map(UserId::value),
                change.change() instanceof Change.RoleForATime role
                        ? Optional.of(role.length().toMinutes())
                        : Optional.empty(),
                name(change.change()),
                document.map(PolicyDocument::text),
                DifferenceJson.of(change.change()),
                document.map(FindingJson::of).orElse(List.of()),
                Words.of(risks.of(List.of(change.change()))),
                approvals);
    }

    private static String kind(Change change) {
        return switch (change) {
            case Change.RoleForATime _ -> ROLE;
            case Change.PutInlinePolicy _ -> PUT;
            case Change.DeleteInlinePolicy _ -> DELETE;
        };
    }

    private static Optional<String> name(Change change) {
        return switch (change) {
            case Change.RoleForATime _ -> Optional.empty();
            case Change.PutInlinePolicy put -> Optional.of(put.name());
            case Change.DeleteInlinePolicy delete -> Optional.of(delete.name());
        };
    }

    private static Optional<PolicyDocument> document(Change change) {
        return change instanceof Change.PutInlinePolicy put
                ? Optional.of(put.document())
                : Optional.empty();
    }

    private static String state(ChangeState state) {
        return switch (state) {
            case ChangeState.Open _ -> "open";
            case ChangeState.Approved _ -> "approved";
            case ChangeState.Applying _ -> "applying";
            case ChangeState.Applied _ -> "applied";
            case ChangeState.Failed _ -> "failed";
            case ChangeState.Cancelled _ -> "cancelled";
        };
    }

    private static Optional<Instant> at(ChangeState state) {
        return switch (state) {
            case ChangeState.Open _ -> Optional.empty();
            case ChangeState.Approved it -> Optional.of(it.at());
            case ChangeState.Applying it -> Optional.of(it.since());
            case ChangeState.Applied it -> Optional.of(it.at());
            case ChangeState.Failed it -> Optional.of(it.at());
            case ChangeState.Cancelled it -> Optional.of(it.at());
        };
    }
}
