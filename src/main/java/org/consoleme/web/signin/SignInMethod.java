package org.consoleme.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/** A way to sign in to the web console: a bean of this type is enough. */
public interface SignInMethod {
    /** Lower ones are asked first. */
    int order();

    /**
     * @return who the request says it is, if this method can tell and trusts it
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} if it says so in a way that
     *     must not be trusted
     */
    Optional<SignedIn> identify(HttpServletRequest request);

    /**
     * Where a browser that is not signed in has to go.
     *
     * @param returnTo path to come back to
     */
    default Optional<URI> start(HttpServletRequest request, String returnTo) {
        return Optional.empty();
    }

    /** Further members of the console API's answer to somebody who is not signed in. */
    default Map<String, Object> invitation() {
        return Map.of();
    }

    /**
     * @param groups empty if the method does not know any: then the directory is asked
     */
    record SignedIn(UserId user, Optional<Set<GroupName>> groups) {}
}
