package org.consoleme.requests;

import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/**
 * Inline policies of roles, in AWS itself, through the spoke role of the account. Every call is
 * made under a session name that leads back to {@code onBehalfOf}.
 */
public interface RolePolicies {

    /**
     * What AWS has now.
     *
     * @return empty if the role has no policy of that name
     * @throws org.consoleme.shared.ProblemException {@code NotFound} if there is no such role;
     *     {@code Refused} with AWS's code; {@code Unavailable}
     */
    Optional<PolicyDocument> inline(RoleArn role, String name, UserId onBehalfOf);

    /** The texts of all inline policies of the role but this one, in characters as AWS counts. */
    int othersSize(RoleArn role, String name, UserId onBehalfOf);

    /** PutRolePolicy with the document's exact text. */
    void put(RoleArn role, String name, PolicyDocument document, UserId onBehalfOf);

    /** DeleteRolePolicy; a policy that is not there is no error. */
    void delete(RoleArn role, String name, UserId onBehalfOf);

    /** Reads the role anew into the caches, so that the change is visible at once. */
    void refresh(RoleArn role, UserId onBehalfOf);
}
