package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/** Makes a change of what is asked for, against what AWS has at this moment. */
@Single
public class ChangeMaker {
    private static final String NAME = "policy_name";

    private final RolePolicies policies;
    private final DocumentReview documents;
    private final Clock clock;

    @Inject
    public ChangeMaker(RolePolicies policies, DocumentReview documents, Clock clock) {
        this.policies = policies;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * @param by who asks; reading is done in their name
     * @throws ProblemException {@code Invalid} if AWS would refuse it, or nothing would change;
     *     {@code NotFound} if there is no such role; {@code Refused}, {@code Unavailable}
     */
    Change make(AskedChange asked, UserId by) {
        return switch (asked) {
            case AskedChange.Role role -> new Change.RoleForATime(role.role(), role.length());
            case AskedChange.NewPolicy put -> added(put, by);
            case AskedChange.ReplacedPolicy put ->
                    replaced(put.role(), PolicyName.checked(put.name()), put.document(), by);
            case AskedChange.DeletedPolicy delete -> {
                String name = PolicyName.checked(delete.name());
                yield new Change.DeleteInlinePolicy(
                        delete.role(), name, existing(delete.role(), name, by));
            }
        };
    }

    /** The same change with another text, against what AWS has now. */
    Change rewritten(Change.PutInlinePolicy put, PolicyDocument document, UserId by) {
        Optional<PolicyDocument> live = policies.inline(put.role(), put.name(), by);
        return put(put.role(), put.name(), document, live, by);
    }

    private Change added(AskedChange.NewPolicy put, UserId by) {
        String name =
                put.name()
                        .map(PolicyName::checked)
                        .orElseGet(() -> PolicyName.made(by, clock.instant()));
        if (policies.inline(put.role(), name, by).isPresent()) {
            throw invalid(
                    NAME, "the role has a policy of that name: replace it, or take another name");
        }
        return put(put.role(), name, put.document(), Optional.empty(), by);
    }

    private Change replaced(RoleArn role, String name, PolicyDocument document, UserId by) {
        return put(role, name, document, Optional.of(existing(role, name, by)), by);
    }

    private Change put(
            RoleArn role,
            String name,
            PolicyDocument document,
            Optional<PolicyDocument> live,
            UserId by) {
        if (live.filter(now -> documents.sameMeaning(now, document)).isPresent()) {
            throw invalid("policy_document", "that is what the role has already: nothing changes");
        }
        documents.requireAcceptable(document, policies.othersSize(role, name, by));
        return new Change.PutInlinePolicy(role, name, document, live);
    }

    private PolicyDocument existing(RoleArn role, String name, UserId by) {
        return policies.inline(role, name, by)
                .orElseThrow(() -> invalid(NAME, "the role has no policy of that name"));
    }

    private static ProblemException invalid(String field, String reason) {
        return new Problem.Invalid(field, reason).asException();
    }
}
