package org.consoleme.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final List<String> taken = new ArrayList<>();

    private static Runnable failing(Problem problem) {
        return () -> {
            throw problem.asException();
        };
    }

    @Test
    void everyStepIsTakenAndTheGravestFailureIsThrown() {
        // Given
        Attempts attempts = new Attempts();
        attempts.attempt(failing(new Problem.TooMany(Duration.ofSeconds(30))));
        attempts.attempt(failing(new Problem.Refused("Slack", "missing_scope")));
        attempts.attempt(() -> taken.add("last"));
        // When, Then
        assertThatThrownBy(attempts::finish)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem()).isInstanceOf(Problem.Refused.class);
                            assertThat(e.getSuppressed()).hasSize(1);
                        });
        assertThat(taken).containsExactly("last");
    }

    @Test
    void afterAHopelessFailureNothingMoreIsTried() {
        // Given
        Attempts attempts = new Attempts(IllegalStateException.class::isInstance);
        attempts.attempt(failing(new Problem.Refused("Slack", "missing_scope")));
        attempts.attempt(
                () -> {
                    throw new IllegalStateException("away");
                });
        attempts.attempt(() -> taken.add("last"));
        // When, Then
        assertThatThrownBy(attempts::finish).isInstanceOf(IllegalStateException.class);
        assertThat(taken).isEmpty();
    }

    @Test
    void whereNothingFailsNothingIsThrown() {
        // Given
        Attempts attempts = new Attempts();
        // When
        attempts.attempt(() -> taken.add("one"));
        attempts.finish();
        // Then
        assertThat(taken).containsExactly("one");
    }
}
