package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.access.MayRevoke;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeEffects;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.LookedAtRequest;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.OpenedRequest;
import org.consoleme.requests.RequestRisk;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.requests.Rights;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UsualTime;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;

/** Draws a request for one who looks at it. */
@Single
public class RequestViews {
    private final LookAtRequest look;
    private final Grants grants;
    private final MayRevoke revoking;
    private final UsualTime usual;
    private final Accounts accounts;
    private final RequestRisk risks;
    private final Clock clock;

    @Inject
    public RequestViews(
            LookAtRequest look,
            Grants grants,
            MayRevoke revoking,
            UsualTime usual,
            Accounts accounts,
            RequestRisk risks,
            Clock clock) {
        this.look = look;
        this.risks = risks;
        this.grants = grants;
        this.revoking = revoking;
        this.usual = usual;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** As it is stored now. */
    RequestDetailJson of(Caller caller, RequestId id) {
        LookedAtRequest looked = look.handle(caller, id);
        RequestRowJson row = RequestRowJson.of(looked.seen(), accounts.current(), risks);
        return switch (looked.seen()) {
            case SeenRequest.Ours(ChangeRequest request) -> {
                Rights rights = looked.rights().orElseThrow();
                yield RequestDetailJson.of(
                        request, row, rights, beside(caller, request, rights), risks);
            }
            case SeenRequest.Unreadable _ -> RequestDetailJson.unreadable(row);
            case SeenRequest.Older(OlderRequest request) -> RequestDetailJson.of(request, row);
        };
    }

    /** As it would be; nothing of it is stored, and nothing can be done with it. */
    RequestDetailJson planned(OpenedRequest opened) {
        ChangeRequest request = opened.request();
        Rights rights =
                new Rights(
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        Optional.of(opened.rule().name()),
                        opened.rule().needed(),
                        opened.approvers(),
                        Optional.of(opened.rule().maxDuration()),
                        Optional.empty());
        return RequestDetailJson.of(
                request,
                RequestRowJson.of(request, accounts.current(), risks),
                rights,
                RequestDetailJson.Beside.NOTHING,
                risks);
    }

    private RequestDetailJson.Beside beside(Caller caller, ChangeRequest request, Rights rights) {
        Instant now = clock.instant();
        Optional<Grant> grant = grant(request);
        return new RequestDetailJson.Beside(
                grant.map(given -> GrantJson.of(given, caller, now, accounts.current())),
                grant.filter(given -> given.live(now))
                        .filter(given -> !given.user().equals(caller.user()))
                        .filter(given -> revoking.mayRevoke(caller, given))
                        .isPresent(),
                request.state() instanceof RequestState.Pending
                        ? rights.rule().flatMap(usual::of)
                        : Optional.empty());
    }

    private Optional<Grant> grant(ChangeRequest request) {
        return request.changes().stream()
                .filter(change -> change.change() instanceof Change.RoleForATime)
                .filter(change -> change.state() instanceof ChangeState.Applied)
                .map(RequestedChange::id)
                .findFirst()
                .flatMap(change -> grants.find(ChangeEffects.id(request, change)));
    }
}
