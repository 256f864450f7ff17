package org.consoleme.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/** What a call was refused with. */
public final class Problems {
    private Problems() {}

    /** Fails where the call was not refused. */
    public static Problem of(ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        assertThat(thrown).as("refused").isNotNull();
        return thrown.problem();
    }

    /** Refused for one field of what was given. */
    public static void assertInvalid(String field, ThrowingCallable call) {
        assertThat(of(call))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        invalid -> assertThat(invalid.field()).isEqualTo(field));
    }
}
