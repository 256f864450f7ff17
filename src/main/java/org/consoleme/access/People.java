package org.consoleme.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.consoleme.identity.Authorities;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/**
 * Users and groups of a rule, compared as {@link Authorities} does, and two words: {@code
 * everybody}, and {@code policy_admins} for those who administer policies.
 *
 * @param entries as written
 */
public record People(List<String> entries) {
    static final String EVERYBODY = "everybody";
    static final String POLICY_ADMINS = "policy_admins";
    static final People ALL = new People(List.of(EVERYBODY));
    static final People NOBODY = new People(List.of());
    static final People ADMINS = new People(List.of(POLICY_ADMINS));

    public People {
        entries = List.copyOf(entries);
    }

    boolean include(UserId user, Set<GroupName> groups, Authorities authorities) {
        return entries.contains(EVERYBODY)
                || Authorities.isAmong(entries, user, groups)
                || (entries.contains(POLICY_ADMINS) && authorities.canAdminPolicies(user, groups));
    }

    /** Users and groups by name, the words replaced by whom they mean. */
    Set<String> named(Authorities authorities) {
        Set<String> named = new LinkedHashSet<>(entries);
        if (named.remove(POLICY_ADMINS)) {
            named.addAll(authorities.policyAdmins());
        }
        return named;
    }
}
