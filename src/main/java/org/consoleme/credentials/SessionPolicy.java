package org.consoleme.credentials;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.Problem;

/**
 * The one policy that a session carries: what the role allows, from the configured addresses only
 * and while a grant lasts.
 *
 * <p>The end is said twice. The allowance alone would not hold against a resource's policy that
 * names the session itself: such permissions are not limited by a session policy, except by what it
 * denies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session
 *     policies</a>
 */
final class SessionPolicy {
    /** STS's bound for a session policy, in characters. */
    private static final int MAX_LENGTH = 2048;

    private SessionPolicy() {}

    /**
     * @param ranges checked addresses or CIDR ranges; none for everywhere
     * @param end when the right to the role ends; compared by AWS's own clock, in whole seconds
     * @return empty if nothing is restricted
     * @throws org.consoleme.shared.ProblemException {@code Refused} as STS would, if it is too long
     */
    static Optional<String> of(List<String> ranges, Optional<Instant> end) {
        if (ranges.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        if (!ranges.isEmpty()) {
            statements.add(IpRestriction.statement(ranges));
        }
        Optional<String> time = end.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString());
        time.map(at -> everything("Deny", ",\"Condition\":" + when("DateGreaterThanEquals", at)))
                .ifPresent(statements::add);
        statements.add(
                everything(
                        "Allow",
                        time.map(at -> ",\"Condition\":" + when("DateLessThan", at)).orElse("")));
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
        if (policy.length() > MAX_LENGTH) {
            throw new Problem.Refused("AWS", "PackedPolicyTooLarge").asException();
        }
        return Optional.of(policy);
    }

    private static String everything(String effect, String more) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"*\",\"Resource\":\"*\"" + more + "}";
    }

    private static String when(String operator, String at) {
        return "{\"" + operator + "\":{\"aws:CurrentTime\":\"" + at + "\"}}";
    }
}
