package org.consoleme.platform.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/**
 * One role, as IAM's calls for a single role see it. For the time that its client is open, and for
 * as long as its time lasts.
 */
final class OneRole {
    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">10,240
     *     characters of inline policies in all: there cannot be that many</a>
     */
    private static final int MOST_POLICIES = 1000;

    private final IamClient iam;
    private final RoleArn arn;
    private final TimeLeft time;

    /**
     * @param time for all calls together
     */
    OneRole(IamClient iam, RoleArn arn, TimeLeft time) {
        this.iam = iam;
        this.arn = arn;
        this.time = time;
    }

    /**
     * IAM's calls know a role by its name alone, whatever its path.
     *
     * @return empty if there is none, or one of that name under another path
     */
    Optional<Role> find() {
        try {
            return Optional.of(
                            AwsErrors.answered(
                                    iam.getRole(
                                                    r ->
                                                            r.roleName(name())
                                                                    .overrideConfiguration(
                                                                            time::bound))
                                            .role()))
                    .filter(role -> arn.toString().equals(role.arn()));
        } catch (SdkException error) {
            return missing(error);
        }
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}
     */
    void require() {
        if (find().isEmpty()) {
            throw notFound();
        }
    }

    /** The document as IAM sends it, see {@link PolicyTexts#plain}; empty if there is none. */
    Optional<String> inline(String policy) {
        try {
            return Optional.of(
                    AwsErrors.answered(
                            iam.getRolePolicy(
                                            r ->
                                                    r.roleName(name())
                                                            .policyName(policy)
                                                            .overrideConfiguration(time::bound))
                                    .policyDocument()));
        } catch (SdkException error) {
            return missing(error);
        }
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}
     */
    List<String> inlineNames() {
        try {
            return iam
                    .listRolePoliciesPaginator(
                            r -> r.roleName(name()).overrideConfiguration(time::bound))
                    .stream()
                    .peek(page -> time.left())
                    .flatMap(page -> page.policyNames().stream())
                    .limit(MOST_POLICIES)
                    .toList();
        } catch (SdkException error) {
            missing(error);
            throw notFound();
        }
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} if there is no such role
     */
    void put(String policy, String document) {
        try {
            iam.putRolePolicy(
                    r ->
                            r.roleName(name())
                                    .policyName(policy)
                                    .policyDocument(document)
                                    .overrideConfiguration(time::bound));
        } catch (SdkException error) {
            missing(error);
            throw notFound();
        }
    }

    /** What is not there needs no deleting. */
    void delete(String policy) {
        try {
            iam.deleteRolePolicy(
                    r -> r.roleName(name()).policyName(policy).overrideConfiguration(time::bound));
        } catch (SdkException error) {
            missing(error);
        }
    }

    /** All that GetAccountAuthorizationDetails says of a role, in its shape. */
    RoleDetail detail(Role role) {
        return RoleDetail.builder()
                .path(role.path())
                .roleName(role.roleName())
                .roleId(role.roleId())
                .arn(role.arn())
                .createDate(role.createDate())
                .assumeRolePolicyDocument(role.assumeRolePolicyDocument())
                .instanceProfileList(
                        iam
                                .listInstanceProfilesForRolePaginator(
                                        r -> r.roleName(name()).overrideConfiguration(time::bound))
                                .instanceProfiles()
                                .stream()
                                .limit(MOST_POLICIES)
                                .toList())
                .rolePolicyList(inlineNames().stream().flatMap(this::policy).toList())
                .attachedManagedPolicies(
                        iam
                                .listAttachedRolePoliciesPaginator(
                                        r -> r.roleName(name()).overrideConfiguration(time::bound))
                                .attachedPolicies()
                                .stream()
                                .limit(MOST_POLICIES)
                                .toList())
                .permissionsBoundary(role.permissionsBoundary())
                .tags(role.tags())
                .roleLastUsed(role.roleLastUsed())
                .build();
    }

    private Stream<PolicyDetail> policy(String policy) {
        return inline(policy).stream()
                .map(
                        text ->
                                PolicyDetail.builder()
                                        .policyName(policy)
                                        .policyDocument(text)
                                        .build());
    }

    private String name() {
        return arn.name();
    }

    private RuntimeException notFound() {
        return new Problem.NotFound("role", arn.toString()).asException();
    }

    private static <T> Optional<T> missing(SdkException error) {
        if (AwsErrors.isMissing(error)) {
            return Optional.empty();
        }
        throw error;
    }
}
