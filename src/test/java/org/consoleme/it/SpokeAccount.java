package org.consoleme.it;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.consoleme.testing.RunningStack;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Another account of the stand-in AWS, as its own administrator sees it. */
record SpokeAccount(URI aws, String id, AwsCredentialsProvider keys) {
    private static final String TRUST =
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
             "Principal": {"AWS": "arn:aws:iam::123456789012:role/ConsoleMeHub"}}]}
            """;

    static SpokeAccount of(RunningStack stack, String name) {
        String account = stack.account(name);
        Map<String, String> hub = stack.hubVariables();
        try (StsClient sts =
                sts(
                        stack.aws(),
                        provider(
                                hub.get("AWS_ACCESS_KEY_ID"),
                                hub.get("AWS_SECRET_ACCESS_KEY"),
                                hub.getOrDefault("AWS_SESSION_TOKEN", "")))) {
            Credentials keys =
                    sts.assumeRole(
                                    assume ->
                                            assume.roleArn(
                                                            "arn:aws:iam::%s:role/OrganizationAccountAccessRole"
                                                                    .formatted(account))
                                                    .roleSessionName("journey"))
                            .credentials();
            return new SpokeAccount(
                    stack.aws(),
                    account,
                    provider(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken()));
        }
    }

    /** Makes a role whose tag opens it to a group; its ARN. */
    String addRole(String name, String group) {
        return addRole("/", name, "consoleme-authorized", group);
    }

    /**
     * @param path begins and ends with a slash
     */
    String addRole(String path, String name, String tag, String group) {
        try (IamClient iam = iam()) {
            return iam.createRole(
                            role ->
                                    role.roleName(name)
                                            .path(path)
                                            .assumeRolePolicyDocument(TRUST)
                                            .tags(Tag.builder().key(tag).value(group).build()))
                    .role()
                    .arn();
        }
    }

    /** An inline policy's text, as AWS hands it out: encoded for addresses. */
    String inlinePolicy(String role, String name) {
        try (IamClient iam = iam()) {
            return URLDecoder.decode(
                    iam.getRolePolicy(get -> get.roleName(role).policyName(name)).policyDocument(),
                    StandardCharsets.UTF_8);
        }
    }

    List<String> inlinePolicies(String role) {
        try (IamClient iam = iam()) {
            return iam.listRolePolicies(list -> list.roleName(role)).policyNames();
        }
    }

    void putInlinePolicy(String role, String name, String document) {
        try (IamClient iam = iam()) {
            iam.putRolePolicy(put -> put.roleName(role).policyName(name).policyDocument(document));
        }
    }

    /** Lets something happen while a role is not there; its inline policies go for good. */
    void without(String name, Runnable something) {
        try (IamClient iam = iam()) {
            Role role = iam.getRole(get -> get.roleName(name)).role();
            List<AttachedPolicy> managed =
                    iam.listAttachedRolePolicies(list -> list.roleName(name)).attachedPolicies();
            for (AttachedPolicy policy : managed) {
                iam.detachRolePolicy(d -> d.roleName(name).policyArn(policy.policyArn()));
            }
            inlinePolicies(name).forEach(policy -> deleteInlinePolicy(iam, name, policy));
            iam.deleteRole(delete -> delete.roleName(name));
            try {
                something.run();
            } finally {
                iam.createRole(
                        create ->
                                create.roleName(name)
                                        .path(role.path())
                                        .description(role.description())
                                        .maxSessionDuration(role.maxSessionDuration())
                                        .assumeRolePolicyDocument(TRUST)
                                        .tags(role.tags()));
                for (AttachedPolicy policy : managed) {
                    iam.attachRolePolicy(a -> a.roleName(name).policyArn(policy.policyArn()));
                }
            }
        }
    }

    private static void deleteInlinePolicy(IamClient iam, String role, String policy) {
        iam.deleteRolePolicy(delete -> delete.roleName(role).policyName(policy));
    }

    void deleteRole(String name) {
        try (IamClient iam = iam()) {
            iam.deleteRole(role -> role.roleName(name));
        }
    }

    /** Whom AWS takes the holder of these keys for. */
    static GetCallerIdentityResponse whoHolds(
            URI aws, String accessKeyId, String secretAccessKey, String sessionToken) {
        try (StsClient sts = sts(aws, provider(accessKeyId, secretAccessKey, sessionToken))) {
            return sts.getCallerIdentity();
        }
    }

    private IamClient iam() {
        return IamClient.builder()
                .endpointOverride(aws)
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(keys)
                .build();
    }

    private static StsClient sts(URI aws, AwsCredentialsProvider keys) {
        return StsClient.builder()
                .endpointOverride(aws)
                .region(Region.US_EAST_1)
                .credentialsProvider(keys)
                .build();
    }

    private static AwsCredentialsProvider provider(String id, String secret, String token) {
        return StaticCredentialsProvider.create(AwsSessionCredentials.create(id, secret, token));
    }
}
