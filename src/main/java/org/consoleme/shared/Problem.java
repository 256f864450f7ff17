package org.consoleme.shared;

import java.time.Duration;
import java.util.List;

/**
 * Everything that can be wrong with what somebody asked, or with what we depend on. The core throws
 * it inside a {@link ProblemException}; each edge draws it in its own format with one exhaustive
 * switch. The core knows no status code.
 */
public sealed interface Problem {

    /**
     * One sentence for the person who asked: what is wrong. Never a secret, never another person's
     * data.
     */
    String sentence();

    /** The input breaks a rule. {@code field} is the name the asker used. */
    record Invalid(String field, String reason) implements Problem {
        @Override
        public String sentence() {
            return field + ": " + reason;
        }
    }

    /** There is no such thing, or it is there but not for you: the two are never told apart. */
    record NotFound(String kind, String id) implements Problem {
        @Override
        public String sentence() {
            return "No " + kind + " of yours matches.";
        }
    }

    /** Several things match; all candidates are the asker's own. Sorted. */
    record Ambiguous(String query, List<String> candidates) implements Problem {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String sentence() {
            return "More than one matching role: " + candidates.size() + " match.";
        }
    }

    record Forbidden(String reason) implements Problem {
        @Override
        public String sentence() {
            return reason;
        }
    }

    /** Nobody is known. {@code tokenPresented} tells a bad token from none at all. */
    record Unauthenticated(boolean tokenPresented) implements Problem {
        @Override
        public String sentence() {
            return tokenPresented
                    ? "Your sign-in is no longer valid. Sign in again."
                    : "Sign in first.";
        }
    }

    /** Known, but not surely or freshly enough. {@code how} says what to do. */
    record StepUpRequired(String how) implements Problem {
        @Override
        public String sentence() {
            return how;
        }
    }

    /** {@code limit} in bytes, or in items where the message names items. */
    record TooLarge(long limit) implements Problem {
        @Override
        public String sentence() {
            return "That is too large: the limit is " + limit + " bytes.";
        }
    }

    record TooMany(Duration retryAfter) implements Problem {
        @Override
        public String sentence() {
            return "Too many requests. Try again in " + Math.max(1, retryAfter.toSeconds()) + " s.";
        }
    }

    /**
     * It is not as the asker took it to be.
     *
     * @param difference what is otherwise than what they were shown, in words, a line each; empty
     *     where nothing else was shown, or nobody remembers what was
     */
    record Conflict(String reason, List<String> difference) implements Problem {
        public Conflict {
            difference = List.copyOf(difference);
        }

        public Conflict(String reason) {
            this(reason, List.of());
        }

        @Override
        public String sentence() {
            return reason;
        }
    }

    /**
     * A dependency said no; a retry won't help. {@code code} is the dependency's own error code.
     */
    record Refused(String dependency, String code) implements Problem {
        @Override
        public String sentence() {
            return dependency + " said " + code + ".";
        }
    }

    /**
     * A dependency did not answer, or not in time; a retry may help. {@code sentence} where there
     * is more to say than that.
     */
    record Unavailable(String dependency, Duration retryAfter, String sentence) implements Problem {
        public Unavailable(String dependency, Duration retryAfter) {
            this(
                    dependency,
                    retryAfter,
                    dependency + " does not answer just now. Try again in a minute.");
        }
    }

    /** Shorthand for throwing. */
    default ProblemException asException() {
        return new ProblemException(this);
    }

    /** Shorthand for throwing, keeping what caused it for the log. */
    default ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
