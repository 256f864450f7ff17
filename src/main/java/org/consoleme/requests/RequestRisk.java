package org.consoleme.requests;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.PlaceRisk;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * How risky changes are together: by what the documents that are put allow together, by what is not
 * denied any more, and by where the role is. To deny less is to allow more, and the text does not
 * say how much: high. So is whatever is about a role in the management account of an organization.
 */
@Single
public class RequestRisk {
    private final DocumentReview documents;
    private final PlaceRisk places;

    @Inject
    public RequestRisk(DocumentReview documents, PlaceRisk places) {
        this.documents = documents;
        this.places = places;
    }

    public Risk of(ChangeRequest request) {
        return of(request.changes().stream().map(RequestedChange::change).toList());
    }

    public Risk of(List<Change> changes) {
        List<PolicyDocument> put = new ArrayList<>();
        for (Change change : changes) {
            if (ofPlace(change.role()) == Risk.HIGH) {
                return Risk.HIGH;
            }
            switch (change) {
                case Change.RoleForATime role -> {}
                case Change.PutInlinePolicy policy -> {
                    if (deniesLess(policy.before(), policy.document())) {
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

    /** By where the role is alone. */
    public Risk ofPlace(RoleArn role) {
        return places.of(role);
    }

    private boolean deniesLess(Optional<PolicyDocument> before, PolicyDocument after) {
        return before.filter(known -> documents.deniesLess(known, Optional.of(after))).isPresent();
    }

    /** Of a policy that takes the place of another one, or of none. */
    Risk of(RoleArn role, Optional<PolicyDocument> before, PolicyDocument document) {
        return deniesLess(before, document) ? Risk.HIGH : of(role, document);
    }

    /** Of a policy that is put on the role, as far as its text says. */
    Risk of(RoleArn role, PolicyDocument document) {
        return ofPlace(role).or(documents.risk(document));
    }

    /** Why the role's place is a risk, for people; empty if it is none. */
    public Optional<String> sentence(RoleArn role) {
        return ofPlace(role) == Risk.HIGH
                ? Optional.of(
                        "The role is in the management account of the organization: it can have"
                                + " power over all accounts.")
                : Optional.empty();
    }
}
