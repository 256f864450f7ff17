package org.consoleme.web.weep;

import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Token;
import org.consoleme.shared.Problem;

/**
 * Who calls one of the terminals' routes.
 *
 * @param token what showed it, if a cookie did
 */
record CliCaller(Caller caller, Optional<Token> token) {
    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} for a program (D-43)
     */
    Caller person() {
        if (caller.application()) {
            throw new Problem.Forbidden(
                            "Applications get credentials by a role's full ARN; this route is for"
                                    + " people.")
                    .asException();
        }
        return caller;
    }

    /**
     * For the one route that named applications may use too.
     *
     * @param names {@code api_auth.valid_entities}
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} for any other program
     */
    Caller personOrOneOf(Set<String> names) {
        boolean named =
                caller.application()
                        && names.stream()
                                .anyMatch(
                                        name ->
                                                caller.user()
                                                        .value()
                                                        .equals(Caller.APPLICATION + name));
        return named ? caller : person();
    }
}
