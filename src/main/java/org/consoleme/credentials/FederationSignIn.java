package org.consoleme.credentials;

import java.net.URI;
import java.time.Duration;

/** Turns keys into a link that opens the AWS console. */
public interface FederationSignIn {

    /**
     * @param destination where in the console to arrive; already checked
     * @return the sign-in link: whoever has it is signed in, so it is treated like keys
     * @throws org.consoleme.shared.ProblemException {@code Refused} or {@code Unavailable}
     */
    URI signInUrl(TemporaryCredentials keys, URI destination, Duration session);
}
