package org.consoleme.platform.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The region of this process, and what follows from it: partition, global regions, hosts. */
public record AwsRegion(Region region) {
    /** ConsoleMe's own order; what comes first wins. */
    private static final List<String> VARIABLES =
            List.of("EC2_REGION", "AWS_REGION", "AWS_DEFAULT_REGION");

    private static final Region LAST_RESORT = Region.US_EAST_1;

    /** From the environment, else from the SDK's chain (profile, instance), else us-east-1. */
    public static AwsRegion find(Map<String, String> environment) {
        return find(environment, AwsRegion::fromSdk);
    }

    static AwsRegion find(Map<String, String> environment, Supplier<Optional<Region>> sdk) {
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "").strip();
            if (!value.isEmpty()) {
                return new AwsRegion(Region.of(value));
            }
        }
        return new AwsRegion(sdk.get().orElse(LAST_RESORT));
    }

    private static Optional<Region> fromSdk() {
        try {
            return Optional.ofNullable(new DefaultAwsRegionProviderChain().getRegion());
        } catch (SdkClientException nobodyKnows) {
            return Optional.empty();
        }
    }

    /**
     * {@code aws}, {@code aws-cn}, {@code aws-us-gov}, …: the second word of every ARN we build.
     */
    public String partition() {
        return PartitionMetadata.of(region).id();
    }

    /** Where the clients of IAM and Organizations, which know no regions, are pointed to. */
    public Region global() {
        return switch (partition()) {
            case "aws" -> Region.AWS_GLOBAL;
            case "aws-cn" -> Region.AWS_CN_GLOBAL;
            case "aws-us-gov" -> Region.AWS_US_GOV_GLOBAL;
            case "aws-iso" -> Region.AWS_ISO_GLOBAL;
            case "aws-iso-b" -> Region.AWS_ISO_B_GLOBAL;
            default -> region;
        };
    }

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html">custom
     *     sign-in</a>
     */
    public URI federation() {
        return URI.create(
                switch (partition()) {
                    case "aws-cn" -> "https://signin.amazonaws.cn/federation";
                    case "aws-us-gov" -> "https://signin.amazonaws-us-gov.com/federation";
                    default -> "https://signin.aws.amazon.com/federation";
                });
    }

    @Override
    public String toString() {
        return region.id();
    }
}
