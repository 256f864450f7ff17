package org.consoleme.requests;

import jakarta.inject.Inject;
import org.consoleme.access.OffLimits;
import org.consoleme.credentials.HubRole;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * Roles that no request may be about: our own, those that belong to AWS services, those of AWS IAM
 * Identity Center, and those that the configuration names. Looked at when a request is made, when
 * it is approved and when it is applied.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">service-linked
 *     roles</a>
 */
@Single
public class ProtectedRoles implements OffLimits {
    private static final String OF_SERVICES = "/aws-service-role/";
    private static final String OF_IDENTITY_CENTER = "AWSReservedSSO_";

    private final RequestSettings settings;
    private final HubRole hub;

    @Inject
    public ProtectedRoles(RequestSettings settings, HubRole hub) {
        this.settings = settings;
        this.hub = hub;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}; {@code Unavailable} or
     *     {@code Refused} as long as we do not know what role we are ourselves
     */
    void refuse(RoleArn role) {
        if (protects(role)) {
            throw new Problem.Forbidden("This role is protected: no request can be about it.")
                    .asException();
        }
    }

    @Override
    public boolean protects(RoleArn role) {
        return role.path().startsWith(OF_SERVICES)
                || role.name().startsWith(OF_IDENTITY_CENTER)
                || settings.spokeRoles().contains(role.name())
                || settings.protectedRoles().stream().anyMatch(entry -> means(entry, role))
                || hub.is(role);
    }

    private static boolean means(String entry, RoleArn role) {
        if (entry.endsWith("*")) {
            String start = entry.substring(0, entry.length() - 1);
            return role.name().startsWith(start) || role.toString().startsWith(start);
        }
        return entry.equals(role.name()) || entry.equals(role.toString());
    }
}
