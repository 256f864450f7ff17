package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/** Eligibility from role tags, as the index has them. */
@Single
public class RoleTagEligibility implements EligibilitySource {
    private final CurrentIndex index;

    @Inject
    public RoleTagEligibility(CurrentIndex index) {
        this.index = index;
    }

    @Override
    public List<Entitlement> of(Caller caller) {
        RoleIndex now = index.get();
        Identities own = Identities.of(now, caller);
        List<Entitlement> found = new ArrayList<>();
        now.naming(
                own.texts(),
                (role, identity, surface) ->
                        found.add(entitlement(role, surface, own.reasons().get(identity))));
        return found;
    }

    @Override
    public List<Entitlement> of(Caller caller, RoleArn arn) {
        RoleIndex now = index.get();
        List<Entitlement> found = new ArrayList<>();
        now.role(arn).ifPresent(role -> collect(role, Identities.of(now, caller), found));
        return found;
    }

    private static void collect(IndexedRole role, Identities own, List<Entitlement> into) {
        for (int i = 0; i < own.texts().size(); i++) {
            String identity = own.texts().get(i);
            if (role.webIdentities().contains(identity)) {
                into.add(entitlement(role, Surface.CONSOLE, own.reasons().get(i)));
            }
            if (role.cliIdentities().contains(identity)) {
                into.add(entitlement(role, Surface.CLI, own.reasons().get(i)));
            }
        }
    }

    private static Entitlement entitlement(IndexedRole role, Surface surface, Reason reason) {
        return new Entitlement(role.arn(), surface, reason, Optional.empty(), Optional.of(role));
    }

    /** What tags may call a caller, and why each is a reason; of the same length. */
    private record Identities(List<String> texts, List<Reason> reasons) {

        static Identities of(RoleIndex index, Caller caller) {
            Identities own = new Identities(new ArrayList<>(), new ArrayList<>());
            for (String spelling : index.spellingsOf(caller.user().key())) {
                own.add(spelling, new Reason.Named());
            }
            for (GroupName group : caller.groups()) {
                own.add(group.value(), new Reason.InGroup(group));
            }
            return own;
        }

        private void add(String text, Reason reason) {
            texts.add(text);
            reasons.add(reason);
        }
    }
}
