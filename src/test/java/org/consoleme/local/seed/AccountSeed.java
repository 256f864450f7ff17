package org.consoleme.local.seed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/** Fills one empty account: the spoke role, policies, roles, machine users, and resources. */
final class AccountSeed {
    private static final String MANAGED = "arn:aws:iam::aws:policy/";
    private static final String BASELINE = "example-baseline";
    private static final String BOUNDARY = "example-boundary";

    private final DemoAccount account;
    private final String id;
    private final LocalAws aws;

    AccountSeed(DemoAccount account, String id, LocalAws aws) {
        this.account = account;
        this.id = id;
        this.aws = aws;
    }

    void fill() {
        try (IamClient iam = aws.iam()) {
            iam.createAccountAlias(alias -> alias.accountAlias("example-" + account.title()));
            managedPolicies(iam);
            Stream.concat(plumbing().stream(), DemoRoles.of(account).stream())
                    .forEach(role -> create(iam, role));
            machineUsers(iam);
        }
        new ResourceSeed(account, id, aws).fill();
    }

    /** What ConsoleMe itself works with. */
    private List<DemoRole> plumbing() {
        DemoRole spoke =
                DemoRole.forPeople(DemoOrganization.SPOKE_ROLE, "ConsoleMe works through it")
                        .tagged("owner", "platform@example.com")
                        .allowed(
                                "spoke",
                                Documents.allow(
                                        List.of(
                                                "iam:*",
                                                "s3:*",
                                                "sqs:*",
                                                "sns:*",
                                                "organizations:List*",
                                                "organizations:Describe*"),
                                        "*"));
        if (account != DemoAccount.HUB) {
            return List.of(spoke);
        }
        DemoRole hub =
                DemoRole.forService(DemoOrganization.HUB_ROLE, "ec2", "ConsoleMe runs as this")
                        .tagged("owner", "platform@example.com")
                        .allowed(
                                "hub",
                                Documents.allow(
                                        List.of("sts:AssumeRole", "sts:TagSession"),
                                        "arn:aws:iam::*:role/*"))
                        .allowed(
                                "cache",
                                Documents.allow(
                                        List.of("s3:*"),
                                        "arn:aws:s3:::" + DemoOrganization.CACHE_BUCKET,
                                        "arn:aws:s3:::" + DemoOrganization.CACHE_BUCKET + "/*"));
        return List.of(hub, spoke);
    }

    private static void managedPolicies(IamClient iam) {
        iam.createPolicy(
                policy ->
                        policy.policyName(BASELINE)
                                .description("What everybody may do")
                                .policyDocument(Documents.allow(List.of("logs:PutLogEvents"), "*"))
                                .tags(tag("owner", "security@example.com")));
        iam.createPolicy(
                policy ->
                        policy.policyName(BOUNDARY)
                                .path("/guard/")
                                .description("What no workload goes beyond")
                                .policyDocument(
                                        Documents.allow(
                                                List.of("s3:*", "sqs:*", "sns:*", "dynamodb:*"),
                                                "*")));
    }

    private void create(IamClient iam, DemoRole role) {
        boolean forPeople = role.service().isEmpty();
        iam.createRole(
                create -> {
                    create.roleName(role.name())
                            .path(role.path())
                            .description(role.description())
                            .maxSessionDuration((int) TimeUnit.HOURS.toSeconds(role.hours()))
                            .assumeRolePolicyDocument(
                                    forPeople
                                            ? Documents.trustHub(DemoOrganization.HUB)
                                            : Documents.trustService(role.service()))
                            .tags(tags(role.tags()));
                    if (role.path().startsWith("/teams/")) {
                        create.permissionsBoundary(policyArn("guard/" + BOUNDARY));
                    }
                });
        role.inline()
                .forEach(
                        (name, document) ->
                                iam.putRolePolicy(
                                        put ->
                                                put.roleName(role.name())
                                                        .policyName(name)
                                                        .policyDocument(document)));
        for (String policy : role.managed()) {
            iam.attachRolePolicy(
                    attach -> attach.roleName(role.name()).policyArn(MANAGED + policy));
        }
        if (forPeople) {
            iam.attachRolePolicy(
                    attach -> attach.roleName(role.name()).policyArn(policyArn(BASELINE)));
        } else if (role.service().equals("ec2")) {
            iam.createInstanceProfile(
                    profile -> profile.instanceProfileName(role.name()).path(role.path()));
            iam.addRoleToInstanceProfile(
                    add -> add.instanceProfileName(role.name()).roleName(role.name()));
        }
    }

    private void machineUsers(IamClient iam) {
        iam.createGroup(group -> group.groupName("machines"));
        iam.putGroupPolicy(
                put ->
                        put.groupName("machines")
                                .policyName("identify")
                                .policyDocument(
                                        Documents.allow(List.of("sts:GetCallerIdentity"), "*")));
        iam.createUser(
                user ->
                        user.userName("deploy-bot")
                                .path("/machines/")
                                .tags(
                                        tag("owner", "platform@example.com"),
                                        tag("app", "delivery")));
        iam.addUserToGroup(add -> add.groupName("machines").userName("deploy-bot"));
        iam.attachUserPolicy(
                attach -> attach.userName("deploy-bot").policyArn(policyArn(BASELINE)));
        // without a tag on purpose: such users exist, and a job must not fail on them
        iam.createUser(user -> user.userName("legacy-loader"));
    }

    private String policyArn(String name) {
        return "arn:aws:iam::" + id + ":policy/" + name;
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> tag(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
