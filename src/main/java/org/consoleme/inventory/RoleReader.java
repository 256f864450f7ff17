package org.consoleme.inventory;

import java.util.Optional;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/** Reads a single role through the spoke role of its account. */
public interface RoleReader {

    /**
     * @param onBehalfOf whom the session's name leads back to
     * @return the role just as a whole reading of its account has it; empty if there is none
     * @throws org.consoleme.shared.ProblemException {@code Refused} with AWS's code; {@code
     *     Unavailable}
     */
    Optional<IamObject> read(RoleArn role, UserId onBehalfOf);
}
