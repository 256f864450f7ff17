package org.consoleme.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts and deletes inline policies as they were reviewed: what the role has now is read first. If
 * it has what is wanted already, nothing is called; if it has something else than the reviewers
 * saw, nothing is called either, and people are told.
 */
@Single
public class RolePolicyEffects {
    private static final Logger LOG = LoggerFactory.getLogger(RolePolicyEffects.class);

    /** Characters of each document in a sentence. */
    private static final int SHOWN = 2000;

    private final RolePolicies policies;
    private final DocumentReview documents;

    @Inject
    public RolePolicyEffects(RolePolicies policies, DocumentReview documents) {
        this.policies = policies;
        this.documents = documents;
    }

    /**
     * @param leave throws if nothing may be changed any more; asked once it is clear that something
     *     is to be
     */
    void put(Change.PutInlinePolicy put, UserId onBehalfOf, Runnable leave) {
        // The slow part first: what is compared is read just before it is replaced.
        int others = policies.othersSize(put.role(), put.name(), onBehalfOf);
        Optional<PolicyDocument> live = policies.inline(put.role(), put.name(), onBehalfOf);
        if (live.filter(now -> now.text().equals(put.document().text())).isPresent()) {
            return;
        }
        leave.run();
        requireReviewed(put.before(), live);
        documents.requireAcceptable(put.document(), others);
        policies.put(put.role(), put.name(), put.document(), onBehalfOf);
    }

    /**
     * @param leave as for {@link #put}
     */
    void delete(Change.DeleteInlinePolicy delete, UserId onBehalfOf, Runnable leave) {
        Optional<PolicyDocument> live = policies.inline(delete.role(), delete.name(), onBehalfOf);
        if (live.isEmpty()) {
            return;
        }
        leave.run();
        requireReviewed(Optional.of(delete.before()), live);
        policies.delete(delete.role(), delete.name(), onBehalfOf);
    }

    void refresh(RoleArn role, UserId onBehalfOf) {
        try {
            policies.refresh(role, onBehalfOf);
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("role", role)
                    .addKeyValue("cause", e.problem().sentence())
                    .log("changed role not read anew");
        }
    }

    private void requireReviewed(Optional<PolicyDocument> before, Optional<PolicyDocument> live) {
        if (before.isEmpty() && live.isEmpty()) {
            return;
        }
        boolean same =
                before.isPresent()
                        && live.isPresent()
                        && documents.sameMeaning(before.get(), live.get());
        if (!same) {
            throw new Problem.Conflict(
                            "The policy changed since it was reviewed. It was: "
                                    + shown(before)
                                    + " It is now: "
                                    + shown(live))
                    .asException();
        }
    }

    private static String shown(Optional<PolicyDocument> document) {
        String text = document.map(PolicyDocument::text).orElse("nothing.");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\u2026";
    }
}
