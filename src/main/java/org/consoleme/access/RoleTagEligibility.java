package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GroupName;
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
        List<Entitlement> found = new ArrayList<>();
        for (String spelling : now.spellingsOf(caller.user().key())) {
            collect(now, spelling, new Reason.Named(), found);
        }
        for (GroupName group : caller.groups()) {
            collect(now, group.value(), new Reason.InGroup(group), found);
        }
        return found;
    }

    private static void collect(
            RoleIndex index, String identity, Reason reason, List<Entitlement> into) {
        for (Surface surface : Surface.values()) {
            index.naming(identity, surface)
                    .forEach(
                            role ->
                                    into.add(
                                            new Entitlement(
                                                    role.arn(),
                                                    surface,
                                                    reason,
                                                    Optional.empty(),
                                                    Optional.of(role))));
        }
    }
}
