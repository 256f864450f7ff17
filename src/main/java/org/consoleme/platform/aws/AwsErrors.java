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

    /**
     * Somebody else changes the same thing at this moment.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Errors
     *     of IAM</a>
     */
    private static final Set<String> CONTENDED =
            Set.of("ConcurrentModification", "EntityTemporarilyUnmodifiable");

    private static final int LONGEST_MESSAGE = 300;

    private AwsErrors() {}

    static ProblemException problem(SdkException error) {
        return code(error)
                .filter(code -> !isPassing(error, code))
                .map(code -> new Problem.Refused(AWS, code).asException(error))
                .orElseGet(() -> new Problem.Unavailable(AWS, SOON).asException(error));
    }

    /**
     * As {@link #problem}; where AWS refused, its code is followed by its own words, for whoever
     * asked for the change: at most 300 characters, on one line.
     */
    static ProblemException inItsWords(SdkException error) {
        ProblemException problem = problem(error);
        if (problem.problem() instanceof Problem.Refused(String by, String code)
                && error instanceof AwsServiceException answer) {
            String words = oneLine(answer.awsErrorDetails().errorMessage());
            return words.isEmpty()
                    ? problem
                    : new Problem.Refused(by, code + ": " + words).asException(error);
        }
        return problem;
    }

    private static String oneLine(String message) {
        String line = message == null ? "" : message.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
        return line.length() <= LONGEST_MESSAGE
                ? line
                : line.substring(0, LONGEST_MESSAGE - 1) + "…";
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

    /** There is no such role, policy or whatever was named. */
    static boolean isMissing(SdkException error) {
        return code(error).filter("NoSuchEntity"::equals).isPresent();
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
                        || OURS_EXPIRED.contains(code)
                        || CONTENDED.contains(code));
    }
}
