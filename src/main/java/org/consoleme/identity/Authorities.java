package org.consoleme.identity;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may administer what: the static list {@code groups.<authority>} united with the dynamic one.
 * An entry is a user, compared as {@link UserId}, or a group, compared exactly. Whoever is in
 * {@code application_admin} or {@code groups.can_admin} may do everything.
 */
@Single
public class Authorities {
    private static final Logger LOG = LoggerFactory.getLogger(Authorities.class);
    private static final String CAN_ADMIN = "can_admin";
    private static final String CAN_ADMIN_POLICIES = "can_admin_policies";
    private static final String CAN_CREATE_ROLES = "can_create_roles";
    private static final String CAN_DELETE_PRINCIPALS = "can_delete_iam_principals";

    /** ConsoleMe's older name for {@link #CAN_DELETE_PRINCIPALS}. */
    private static final String CAN_DELETE_ROLES = "can_delete_roles";

    private final List<String> applicationAdmin;
    private final Map<String, List<String>> fixed;
    private final Supplier<DynamicConfiguration> dynamic;

    /**
     * Reads the static lists at once, so that a wrong one stops the start.
     *
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with the key as field
     */
    @Inject
    public Authorities(Configuration configuration, Supplier<DynamicConfiguration> dynamic) {
        this.applicationAdmin = people(configuration, "application_admin");
        this.fixed =
                Map.of(
                        CAN_ADMIN, people(configuration, "groups.can_admin"),
                        CAN_ADMIN_POLICIES, people(configuration, "groups.can_admin_policies"),
                        CAN_CREATE_ROLES, people(configuration, "groups.can_create_roles"),
                        CAN_DELETE_PRINCIPALS,
                                people(configuration, "groups.can_delete_iam_principals"),
                        CAN_DELETE_ROLES, people(configuration, "groups.can_delete_roles"));
        this.dynamic = dynamic;
    }

    /** Makes the bean at the start: a wrong list is not found by the first who asks. */
    void check(@Observes Startup started) {
        LOG.debug("authorities read");
    }

    public boolean canAdmin(UserId user, Set<GroupName> groups) {
        return isAmong(applicationAdmin, user, groups) || has(CAN_ADMIN, user, groups);
    }

    public boolean canAdminPolicies(UserId user, Set<GroupName> groups) {
        return canAdmin(user, groups) || has(CAN_ADMIN_POLICIES, user, groups);
    }

    public boolean canCreateRoles(UserId user, Set<GroupName> groups) {
        return canAdmin(user, groups) || has(CAN_CREATE_ROLES, user, groups);
    }

    public boolean canDeletePrincipals(UserId user, Set<GroupName> groups) {
        return canAdmin(user, groups)
                || has(CAN_DELETE_PRINCIPALS, user, groups)
                || has(CAN_DELETE_ROLES, user, groups);
    }

    /** Users and groups with {@link #canAdmin}, as written. */
    public Set<String> admins() {
        Set<String> all = new LinkedHashSet<>(applicationAdmin);
        all.addAll(entries(CAN_ADMIN));
        return all;
    }

    /** Users and groups with {@link #canAdminPolicies}, as written. */
    public Set<String> policyAdmins() {
        Set<String> all = admins();
        all.addAll(entries(CAN_ADMIN_POLICIES));
        return all;
    }

    private boolean has(String authority, UserId user, Set<GroupName> groups) {
        return isAmong(entries(authority), user, groups);
    }

    private Set<String> entries(String authority) {
        Set<String> entries = new LinkedHashSet<>(fixed.getOrDefault(authority, List.of()));
        entries.addAll(dynamic.get().group(authority));
        return entries;
    }

    /** Whether one of the entries is the user, or a group of theirs. */
    public static boolean isAmong(Iterable<String> entries, UserId user, Set<GroupName> groups) {
        for (String entry : entries) {
            if (isUser(entry, user)
                    || (!entry.isEmpty() && groups.contains(new GroupName(entry)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUser(String entry, UserId user) {
        return UserId.isUserId(entry) && new UserId(entry).equals(user);
    }

    /** A wildcard would be a group of that name and nobody: more likely meant as everybody. */
    private static List<String> people(Configuration configuration, String key) {
        List<String> entries = configuration.list(key);
        if (entries.contains("*")) {
            throw new Problem.Invalid(key, "names users and groups; * is neither").asException();
        }
        return entries;
    }
}
