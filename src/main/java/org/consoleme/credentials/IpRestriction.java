package org.consoleme.credentials;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The session policy that lets keys work from the configured address ranges only, calls that AWS
 * services make on their own excepted.
 *
 * <p>ConsoleMe tested {@code aws:ViaAWSService} for absence; AWS always sends it, so that denial
 * never took effect. Here it is tested for {@code false}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html">Denying
 *     access by source address</a>
 */
final class IpRestriction {
    private IpRestriction() {}

    /**
     * @param ranges checked addresses or CIDR ranges, see {@link CredentialSettings}
     */
    static Optional<String> policy(List<String> ranges) {
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        String list = ranges.stream().map(r -> "\"" + r + "\"").collect(Collectors.joining(","));
        return Optional.of(
                "{\"Version\":\"2012-10-17\",\"Statement\":["
                        + "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{"
                        + "\"NotIpAddress\":{\"aws:SourceIp\":["
                        + list
                        + "]},\"Bool\":{\"aws:ViaAWSService\":\"false\"},"
                        + "\"Null\":{\"aws:PrincipalTag/AWSServiceTrust\":\"true\"},"
                        + "\"StringNotLike\":{\"aws:PrincipalArn\":[\"arn:*:iam::*:role/aws:*\"]}}},"
                        + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");
    }
}
