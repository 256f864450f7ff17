package org.consoleme.notifications;

import org.consoleme.access.Grant;
import org.consoleme.requests.ChangeRequest;

/**
 * One way to tell people. Called again until it returns; what is already told is not told twice.
 */
public interface Notifier {

    /**
     * Lower ones are told first. Whoever says something beneath what others post comes after them.
     */
    default int order() {
        return 0;
    }

    /**
     * Makes everything that shows this request show where it stands now.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} or {@code TooMany} to be
     *     called again
     */
    void requestChanged(ChangeRequest request);

    /** The same for a grant: began, was extended, ended. */
    void grantChanged(Grant grant);

    /** Tells the one who has it that it ends soon; once, and while it lives. */
    default void grantEndsSoon(Grant grant) {
        // where nobody is told beforehand
    }
}
