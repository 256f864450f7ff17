package org.consoleme.requests;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consoleme.policies.DocumentCheck;
import org.consoleme.policies.Finding;
import org.consoleme.policies.InlinePolicySize;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/** What the engine asks of a policy document; everything it knows of documents goes through it. */
@Single
public class DocumentReview {

    /** Decides which approval rules match. */
    public Risk risk(PolicyDocument document) {
        return DocumentCheck.risk(document);
    }

    /**
     * Refuses what AWS would refuse.
     *
     * @param others characters of the role's other inline policies, as AWS counts them
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    public void requireAcceptable(PolicyDocument document, int others) {
        Optional<Finding> tooLong =
                InlinePolicySize.ofRole(document.countedSize(), others).finding();
        List<Finding> alone = DocumentCheck.findings(document);
        Stream.concat(tooLong.stream(), alone.stream())
                .filter(finding -> finding.level() == Finding.Level.ERROR)
                .findFirst()
                .ifPresent(
                        finding -> {
                            throw new Problem.Invalid(
                                            finding.where().isEmpty()
                                                    ? PolicyDocument.FIELD
                                                    : finding.where(),
                                            finding.sentence())
                                    .asException();
                        });
    }

    /** Whether AWS would do the same with both. */
    public boolean sameMeaning(PolicyDocument one, PolicyDocument other) {
        return one.sameMeaning(other);
    }
}
