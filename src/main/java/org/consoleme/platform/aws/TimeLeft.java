package org.consoleme.platform.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consoleme.shared.Problem;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** What is left of the time that several calls may take together. */
final class TimeLeft {
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Clock clock;
    private final Instant end;
    private final Duration longestCall;

    /**
     * @param all calls together
     * @param longestCall one of them, with its retries
     */
    TimeLeft(Clock clock, Duration all, Duration longestCall) {
        this.clock = clock;
        this.end = clock.instant().plus(all);
        this.longestCall = longestCall;
    }

    /**
     * Bounds the call that is about to be made.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} if no time is left
     */
    void bound(AwsRequestOverrideConfiguration.Builder call) {
        Duration left = left();
        call.apiCallTimeout(left.compareTo(longestCall) < 0 ? left : longestCall);
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} if there is none
     */
    Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        if (!left.isPositive()) {
            throw new Problem.Unavailable(AwsErrors.AWS, NEXT_TRY).asException();
        }
        return left;
    }
}
