package org.consoleme.local.seed;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The buckets, queues and topics of one account, some with policies and tags. */
final class ResourceSeed {
    private final DemoAccount account;
    private final String id;
    private final LocalAws aws;

    ResourceSeed(DemoAccount account, String id, LocalAws aws) {
        this.account = account;
        this.id = id;
        this.aws = aws;
    }

    void fill() {
        buckets();
        queues();
        topics();
    }

    private void buckets() {
        try (S3Client s3 = aws.s3()) {
            for (String name : bucketNames()) {
                s3.createBucket(create -> create.bucket(name));
                if (name.equals(DemoOrganization.CACHE_BUCKET)) {
                    continue;
                }
                s3.putBucketPolicy(
                        put ->
                                put.bucket(name)
                                        .policy(
                                                Documents.letRole(
                                                        id,
                                                        "read-only",
                                                        "s3:GetObject",
                                                        "arn:aws:s3:::" + name + "/*")));
                Tag owner = Tag.builder().key("owner").value("finops@example.com").build();
                s3.putBucketTagging(
                        put -> put.bucket(name).tagging(tagging -> tagging.tagSet(owner)));
            }
        }
    }

    private List<String> bucketNames() {
        return switch (account) {
            case HUB -> List.of(DemoOrganization.CACHE_BUCKET, "example-audit-trail");
            case BILLING_PROD -> List.of("example-invoices-prod");
            case BILLING_TEST -> List.of("example-invoices-test");
            case DATA_PLATFORM -> List.of("example-lake", "example-lake-landing");
            case SHARED_SERVICES -> List.of("example-artifacts");
            case SANDBOX -> List.of("example-sandbox");
            case ARCHIVE -> List.of();
        };
    }

    private void queues() {
        try (SqsClient sqs = aws.sqs()) {
            for (String name : queueNames()) {
                String policy =
                        Documents.letRole(
                                id,
                                "read-only",
                                "sqs:GetQueueAttributes",
                                "arn:aws:sqs:us-east-1:" + id + ":" + name);
                sqs.createQueue(
                        create ->
                                create.queueName(name)
                                        .attributes(Map.of(QueueAttributeName.POLICY, policy))
                                        .tags(Map.of("owner", "platform@example.com")));
            }
        }
    }

    private List<String> queueNames() {
        return account == DemoAccount.HUB
                ? List.of("consoleme-role-changes", "consoleme-cloudtrail-denies")
                : List.of("invoices", "invoices-dead");
    }

    private void topics() {
        try (SnsClient sns = aws.sns()) {
            sns.createTopic(create -> create.name("deployments"));
            if (account != DemoAccount.HUB) {
                sns.createTopic(create -> create.name("invoice-events"));
            }
        }
    }
}
