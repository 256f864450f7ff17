package org.consoleme.access;

import java.time.Duration;
import org.consoleme.shared.RoleArn;

/** How long keys to a role can live at most, whoever asks. */
public interface LongestSession {

    /**
     * @return 15 min to 12 h: the role's own maximum as the index knows it, 1 h at most when roles
     *     are chained; the longest that is possible where something is not known
     */
    Duration of(RoleArn role);
}
