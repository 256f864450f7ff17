package org.consoleme.platform.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * AWS's errors as problems, told apart by code: what a retry may cure is {@code Unavailable}, all
 * else {@code Refused} with AWS's own code.
 */
final class AwsErrors {
    static final String AWS = "AWS";
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Our own keys ran out: the instance or the task gets new ones within minutes. */
    private static final Set<String> OURS_EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");

    private AwsErrors() {}

    static ProblemException problem(SdkException error) {
        return code(error)
                .filter(code -> !isPassing(error, code))
                .map(code -> new Problem.Refused(AWS, code).asException(error))
                .orElseGet(() -> new Problem.Unavailable(AWS, SOON).asException(error));
    }

    /** What an answer must have; without it, somebody other than AWS answered. */
    static <T> T answered(T value) {
        if (value == null) {
            throw new Problem.Unavailable(AWS, SOON).asException();
        }
        return value;
    }

    /** AWS's code; empty if AWS did not answer at all, or without one. */
    static Optional<String> code(SdkException error) {
        return error instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? Optional.ofNullable(answer.awsErrorDetails().errorCode())
                : Optional.empty();
    }

    static boolean isAccessDenied(SdkException error) {
        return code(error)
                .filter(code -> code.equals("AccessDenied") || code.equals("AccessDeniedException"))
                .isPresent();
    }

    private static boolean isPassing(SdkException error, String code) {
        return error instanceof AwsServiceException answer
                && (answer.statusCode() >= 500
                        || answer.isThrottlingException()
                        || OURS_EXPIRED.contains(code));
    }
}
