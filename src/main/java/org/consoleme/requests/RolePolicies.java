package org.consoleme.requests;

import java.util.List;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/**
 * Inline policies of roles, in AWS itself, through the spoke role of the account. Every call is
 * made under a session name that leads back to {@code onBehalfOf}. Each method ends within a
 * quarter of a minute, whatever it has to call for that.
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

    /**
     * All of them, in the order of their names.
     *
     * @throws org.consoleme.shared.ProblemException as {@link #inline}
     */
    List<Live> all(RoleArn role, UserId onBehalfOf);

    /**
     * A policy as AWS has it.
     *
     * @param text what cannot be read as a document is here all the same
     */
    record Live(String name, String text) {}

    /** The texts of all inline policies of the role but this one, in characters as AWS counts. */
    int othersSize(RoleArn role, String name, UserId onBehalfOf);

    /** PutRolePolicy with the document's exact text. */
    void put(RoleArn role, String name, PolicyDocument document, UserId onBehalfOf);

    /** DeleteRolePolicy; a policy that is not there is no error. */
    void delete(RoleArn role, String name, UserId onBehalfOf);

    /** Reads the role anew into the caches, so that the change is visible at once. */
    void refresh(RoleArn role, UserId onBehalfOf);
}
