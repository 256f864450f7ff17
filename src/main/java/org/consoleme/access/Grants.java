package org.consoleme.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.consoleme.audit.AuditEvent;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.UserId;

/**
 * Grants, durable. A change is written with its audit row and an event that announces it, in one
 * transaction.
 */
public interface Grants {

    /** Read consistently. */
    Optional<Grant> find(GrantId id);

    /**
     * Stores it unless one with its id is there.
     *
     * @return the stored one, which may be an earlier one
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if the one that is there lets
     *     somebody else have it, or another role, or for another length of time; or if it has ended
     */
    Grant openOnce(Grant grant, AuditEvent audit);

    /**
     * Replacing a grant whose time has come by itself notes that it ran out: it is in no {@link
     * #live} from then on.
     *
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if it is not {@code before}
     *     any more
     */
    Grant replace(Grant before, Grant after, AuditEvent audit);

    /**
     * Notes that the one who has it hears that it ends soon, and makes the event by which they do:
     * once for each grant, whoever asks. Its revision stays.
     *
     * @return false if that is noted, or it is not {@code grant} any more
     */
    boolean remindOnce(Grant grant, Instant now);

    /** The person's own, live and past; those that end last first. */
    List<Grant> of(UserId user, int limit);

    /**
     * All that may be live: what this node knows by heart is made of it.
     *
     * @param now an earlier instant finds those too that ran out since and of which nobody took
     *     note
     */
    Collection<Grant> live(Instant now);

    /** {@code listener} hears that some node changed a grant; it must be quick. */
    void onChange(Runnable listener);
}
