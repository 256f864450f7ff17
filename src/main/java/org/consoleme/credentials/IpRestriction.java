package org.consoleme.credentials;

import java.util.List;
import java.util.stream.Collectors;
import org.consoleme.shared.Problem;

/**
 * The statement of a session policy that lets keys work from the configured address ranges only,
 * calls that AWS services make on their own excepted.
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
     * @param field whose ranges they are
     * @throws org.consoleme.shared.ProblemException {@code Invalid} for what is no range
     */
    static void check(String field, List<String> ranges) {
        for (String range : ranges) {
            if (!range.matches("[0-9a-fA-F:.]{2,45}(/[0-9]{1,3})?")) {
                throw new Problem.Invalid(field, "not an address range").asException();
            }
        }
    }

    /**
     * @param ranges checked addresses or CIDR ranges, at least one
     */
    static String statement(List<String> ranges) {
        String list = ranges.stream().map(r -> "\"" + r + "\"").collect(Collectors.joining(","));
        return "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{"
                + "\"NotIpAddress\":{\"aws:SourceIp\":["
                + list
                + "]},\"Bool\":{\"aws:ViaAWSService\":\"false\"},"
                + "\"Null\":{\"aws:PrincipalTag/AWSServiceTrust\":\"true\"},"
                + "\"StringNotLike\":{\"aws:PrincipalArn\":[\"arn:*:iam::*:role/aws:*\"]}}}";
    }
}
