package org.consoleme.requests;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.RoleArn;

/**
 * One thing that is asked for. A new kind is a new record here: the compiler then lists where it is
 * still to be drawn, stored, checked and applied.
 */
public sealed interface Change {

    /** Whom it concerns. */
    RoleArn role();

    /**
     * The role for a time: approval makes a grant for the request's beneficiary.
     *
     * @param length whole minutes from the approval on
     */
    record RoleForATime(RoleArn role, Duration length) implements Change {}

    /**
     * An inline policy that is put on the role.
     *
     * @param name 1 to 128 characters of {@code A-Za-z0-9_+=,.@-}
     * @param document the exact text that is shown, hashed and sent to AWS
     * @param before what it replaces, as AWS had it when that was last shown; empty if the role has
     *     no policy of that name
     */
    record PutInlinePolicy(
            RoleArn role, String name, PolicyDocument document, Optional<PolicyDocument> before)
            implements Change {}

    /**
     * An inline policy that is taken off the role.
     *
     * @param before as AWS had it when that was last shown
     */
    record DeleteInlinePolicy(RoleArn role, String name, PolicyDocument before) implements Change {}
}
