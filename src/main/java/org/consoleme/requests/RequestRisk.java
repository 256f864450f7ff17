package org.consoleme.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;

/**
 * How risky changes are together: by what the documents that are put allow together, and by what is
 * not denied any more. To deny less is to allow more, and the text does not say how much: high.
 */
public final class RequestRisk {
    private RequestRisk() {}

    public static Risk of(ChangeRequest request, DocumentReview documents) {
        return of(request.changes().stream().map(RequestedChange::change).toList(), documents);
    }

    public static Risk of(List<Change> changes, DocumentReview documents) {
        List<PolicyDocument> put = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.RoleForATime role -> {}
                case Change.PutInlinePolicy policy -> {
                    if (policy.before().isPresent()
                            && documents.deniesLess(
                                    policy.before().get(), Optional.of(policy.document()))) {
                        return Risk.HIGH;
                    }
                    put.add(policy.document());
                }
                case Change.DeleteInlinePolicy policy -> {
                    if (documents.deniesLess(policy.before(), Optional.empty())) {
                        return Risk.HIGH;
                    }
                }
            }
        }
        return put.isEmpty() ? Risk.LOW : documents.riskTogether(put);
    }
}
