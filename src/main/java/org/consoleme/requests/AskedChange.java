package org.consoleme.requests;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.RoleArn;

/** A change as somebody asks for it, before it is compared with what AWS has. */
public sealed interface AskedChange {

    RoleArn role();

    /**
     * @param length whole minutes, at least 15
     */
    record Role(RoleArn role, Duration length) implements AskedChange {}

    /**
     * A policy that the role does not have yet.
     *
     * @param name made from the requester's name and the time if there is none
     */
    record NewPolicy(RoleArn role, Optional<String> name, PolicyDocument document)
            implements AskedChange {}

    /** A policy that the role has, with another text. */
    record ReplacedPolicy(RoleArn role, String name, PolicyDocument document)
            implements AskedChange {}

    /** A policy that the role is to lose. */
    record DeletedPolicy(RoleArn role, String name) implements AskedChange {}
}
