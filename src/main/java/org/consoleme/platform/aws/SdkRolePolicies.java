package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.inventory.RefreshRole;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.RolePolicies;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * Inline policies by GetRolePolicy, PutRolePolicy and DeleteRolePolicy. That the role is the one
 * that was asked for, and not one of its name under another path, is made sure when its policy is
 * read: changing begins with that.
 */
@Single
public class SdkRolePolicies implements RolePolicies {
    private final SpokeChanges changes;
    private final RefreshRole refresh;

    @Inject
    SdkRolePolicies(SpokeChanges changes, RefreshRole refresh) {
        this.changes = changes;
        this.refresh = refresh;
    }

    @Override
    public Optional<PolicyDocument> inline(RoleArn role, String name, UserId onBehalfOf) {
        return changes.call(
                        role,
                        onBehalfOf,
                        one -> {
                            one.require();
                            return one.inline(name);
                        })
                .map(SdkRolePolicies::document);
    }

    @Override
    public List<Live> all(RoleArn role, UserId onBehalfOf) {
        return changes.call(
                role,
                onBehalfOf,
                one -> {
                    one.require();
                    return one.inlineNames().stream()
                            .sorted()
                            .flatMap(
                                    name ->
                                            one.inline(name).stream()
                                                    .map(text -> new Live(name, plain(text))))
                            .toList();
                });
    }

    @Override
    public int othersSize(RoleArn role, String name, UserId onBehalfOf) {
        return changes.call(
                role,
                onBehalfOf,
                one ->
                        one.inlineNames().stream()
                                .filter(other -> !other.equals(name))
                                .flatMap(other -> one.inline(other).stream())
                                .mapToInt(encoded -> counted(plain(encoded)))
                                .sum());
    }

    @Override
    public void put(RoleArn role, String name, PolicyDocument document, UserId onBehalfOf) {
        changes.call(
                role,
                onBehalfOf,
                one -> {
                    one.put(name, document.text());
                    return null;
                });
    }

    @Override
    public void delete(RoleArn role, String name, UserId onBehalfOf) {
        changes.call(
                role,
                onBehalfOf,
                one -> {
                    one.delete(name);
                    return null;
                });
    }

    @Override
    public void refresh(RoleArn role, UserId onBehalfOf) {
        refresh.handle(role, onBehalfOf);
    }

    /** What cannot be read is never taken for empty, nor for the fault of whoever asks. */
    private static PolicyDocument document(String encoded) {
        String text = plain(encoded);
        try {
            return PolicyDocument.parse(text);
        } catch (ProblemException unreadable) {
            throw unreadable(": " + unreadable.problem().sentence(), unreadable);
        }
    }

    private static String plain(String encoded) {
        try {
            return PolicyTexts.plain(encoded);
        } catch (IllegalArgumentException malformed) {
            throw unreadable("", malformed);
        }
    }

    private static ProblemException unreadable(String why, Exception cause) {
        return new Problem.Refused(AwsErrors.AWS, "UnreadablePolicyDocument" + why)
                .asException(cause);
    }

    /** Of what we cannot read, white space counts too. */
    private static int counted(String text) {
        return PolicyDocument.tryParse(text)
                .map(PolicyDocument::countedSize)
                .orElseGet(text::length);
    }
}
