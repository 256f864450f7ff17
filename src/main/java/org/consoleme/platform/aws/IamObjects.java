package org.consoleme.platform.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.inventory.IamObject;
import org.consoleme.inventory.IamObject.Kind;
import org.consoleme.shared.AccountId;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** Pages of one account as the core knows them. What AWS leaves out, tags above all, is empty. */
final class IamObjects {
    private final AccountId account;
    private final Map<String, SdkIamReader.Listed> listed;
    private final PolicyTexts policies = new PolicyTexts();
    private final IamDocuments documents = new IamDocuments(policies);

    IamObjects(AccountId account, Map<String, SdkIamReader.Listed> listed) {
        this.account = account;
        this.listed = listed;
    }

    int malformed() {
        return policies.malformed();
    }

    List<IamObject> of(GetAccountAuthorizationDetailsResponse page) {
        List<IamObject> objects = new ArrayList<>();
        page.roleDetailList().forEach(role -> objects.add(role(role)));
        page.userDetailList().forEach(user -> objects.add(user(user)));
        page.groupDetailList().forEach(group -> objects.add(group(group)));
        page.policies().forEach(policy -> objects.add(policy(policy)));
        return objects;
    }

    private IamObject role(RoleDetail role) {
        SdkIamReader.Listed more = listed.getOrDefault(role.arn(), SdkIamReader.Listed.UNKNOWN);
        String trust = Optional.ofNullable(role.assumeRolePolicyDocument()).orElse("{}");
        IamObject.RoleDetails details =
                new IamObject.RoleDetails(
                        more.maxSession(), more.description(), policies.json(trust));
        return object(
                Kind.ROLE,
                new Names(role.arn(), role.roleName(), role.roleId()),
                role,
                tags(role.tags()),
                Optional.of(details));
    }

    private IamObject user(UserDetail user) {
        return object(
                Kind.USER,
                new Names(user.arn(), user.userName(), user.userId()),
                user,
                tags(user.tags()),
                Optional.empty());
    }

    private IamObject group(GroupDetail group) {
        return object(
                Kind.GROUP,
                new Names(group.arn(), group.groupName(), group.groupId()),
                group,
                Map.of(),
                Optional.empty());
    }

    private IamObject policy(ManagedPolicyDetail policy) {
        return object(
                Kind.POLICY,
                new Names(policy.arn(), policy.policyName(), policy.policyId()),
                policy,
                Map.of(),
                Optional.empty());
    }

    private record Names(String arn, String name, String id) {
        Names {
            name = name == null ? arn.substring(arn.lastIndexOf('/') + 1) : name;
            id = id == null ? "" : id;
        }
    }

    private IamObject object(
            Kind kind,
            Names names,
            SdkPojo entry,
            Map<String, String> tags,
            Optional<IamObject.RoleDetails> role) {
        return new IamObject(
                kind,
                names.arn(),
                names.name(),
                names.id(),
                account,
                documents.document(entry),
                () -> new IamDocuments(new PolicyTexts()).archived(entry),
                tags,
                role);
    }

    private static Map<String, String> tags(List<Tag> tags) {
        Map<String, String> found = new HashMap<>();
        for (Tag tag : tags) {
            if (tag.key() != null) {
                found.put(tag.key(), tag.value() == null ? "" : tag.value());
            }
        }
        return found;
    }
}
