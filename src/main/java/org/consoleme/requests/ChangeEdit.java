package org.consoleme.requests;

import java.time.Duration;
import org.consoleme.policies.PolicyDocument;

/** What of a change can be made different after it was asked for. */
public sealed interface ChangeEdit {

    /** The text of a policy that is put. */
    record Document(PolicyDocument document) implements ChangeEdit {}

    /**
     * For how long a role is asked for.
     *
     * @param length whole minutes, at least 15
     */
    record Length(Duration length) implements ChangeEdit {}
}
