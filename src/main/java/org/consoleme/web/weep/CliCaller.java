package org.consoleme.web.weep;

import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Token;
import org.consoleme.shared.Problem;

/**
 * Who calls one of the terminals' routes.
 *
 * @param application a program with a certificate, not a person
 * @param token what showed it, if a cookie did
 */
record CliCaller(Caller caller, boolean application, Optional<Token> token) {
    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} for a program (D-43)
     */
    Caller person() {
        if (application) {
            throw new Problem.Forbidden(
                            "Applications get credentials by a role's full ARN; this route is for"
                                    + " people.")
                    .asException();
        }
        return caller;
    }
}
