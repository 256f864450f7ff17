package org.consoleme.requests;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.policies.DocumentCheck;
import org.consoleme.policies.Effect;
import org.consoleme.policies.Finding;
import org.consoleme.policies.InlinePolicySize;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/** What the engine asks of a policy document; everything it knows of documents goes through it. */
@Single
public class DocumentReview {
    private static final int MOST_KNOWN = 5000;

    /** By hash: lists of requests ask for the same documents again and again. */
    private final Map<String, Risk> known = new ConcurrentHashMap<>();

    /** Decides which approval rules match. */
    public Risk risk(PolicyDocument document) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(document.sha256(), hash -> DocumentCheck.risk(document));
    }

    /** Whether something that {@code before} denies is not denied by {@code after} any more. */
    public boolean deniesLess(PolicyDocument before, Optional<PolicyDocument> after) {
        return before.statements().stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .anyMatch(
                        denial -> after.filter(now -> now.statements().contains(denial)).isEmpty());
    }

    /** What the role gets by all of them together. */
    public Risk riskTogether(Collection<PolicyDocument> documents) {
        return documents.size() == 1
                ? risk(documents.iterator().next())
                : DocumentCheck.riskTogether(documents);
    }

    /** For the one who writes it and those who decide; the riskiest first. */
    public List<Finding> findings(PolicyDocument document) {
        return DocumentCheck.findings(document);
    }

    /**
     * Refuses what AWS would refuse.
     *
     * @param others characters of the role's other inline policies, as AWS counts them
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    public void requireAcceptable(PolicyDocument document, int others) {
        findings(document).stream()
                .filter(finding -> finding.level() == Finding.Level.ERROR)
                .findFirst()
                .or(() -> InlinePolicySize.ofRole(document.countedSize(), others).finding())
                .ifPresent(
                        finding -> {
                            throw new Problem.Invalid(finding.where(), finding.sentence())
                                    .asException();
                        });
    }

    /** Whether AWS would do the same with both. */
    public boolean sameMeaning(PolicyDocument one, PolicyDocument other) {
        return one.sameMeaning(other);
    }
}
