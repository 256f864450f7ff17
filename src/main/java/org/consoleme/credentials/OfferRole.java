package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.RoleQuery;
import org.consoleme.audit.AuditEvent.RoleOffered;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/** Finds the role that somebody's words mean and makes a link to its page. No keys are made. */
@UseCase
public class OfferRole {
    private final ProvenRoles roles;
    private final HandOffs handOffs;
    private final SessionAudit audit;

    @Inject
    public OfferRole(ProvenRoles roles, HandOffs handOffs, SessionAudit audit) {
        this.roles = roles;
        this.handOffs = handOffs;
        this.audit = audit;
    }

    /**
     * @throws org.consoleme.shared.ProblemException as {@link ProvenRoles#find}; it is in the audit
     *     trail
     */
    public Offer handle(Caller caller, Wish wish) {
        return audit.recorded(
                caller,
                wish.query().text(),
                RoleOffered::new,
                attempt -> {
                    wish.because().ifPresent(why -> attempt.details(Map.of("because", why)));
                    EligibleRole role = roles.find(caller, wish.query(), attempt);
                    return new Offer(role, handOffs.offer(caller.user(), role.role()));
                });
    }

    /**
     * @param because why the person wants it, in their own words; for the audit trail alone
     */
    public record Wish(RoleQuery query, Optional<String> because) {}

    /**
     * @param handOff the opaque id for {@link TakeRoleOffer}; 10 minutes
     */
    public record Offer(EligibleRole role, String handOff) {}
}
