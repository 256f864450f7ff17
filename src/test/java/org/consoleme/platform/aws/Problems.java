package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

final class Problems {
    private Problems() {}

    static Problem of(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }
}
