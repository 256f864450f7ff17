package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.access.EndedGrant;
import org.consoleme.access.Grant;
import org.consoleme.access.ReturnGrant;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.SlackMessage;

/** Gives back all grants that somebody has of one role, and says what came of it. */
@Single
public class GivingBack {
    private final ReturnGrant giveBack;

    @Inject
    public GivingBack(ReturnGrant giveBack) {
        this.giveBack = giveBack;
    }

    /**
     * @param grants of one role; at least one
     * @throws ProblemException as {@link ReturnGrant} has it, if none could be returned
     */
    SlackMessage handle(Caller caller, List<Grant> grants) {
        List<EndedGrant> ended = new ArrayList<>();
        List<ProblemException> failed = new ArrayList<>();
        for (Grant grant : grants) {
            try {
                ended.add(giveBack.handle(caller, grant.id()));
            } catch (ProblemException e) {
                failed.add(e);
            }
        }
        if (ended.isEmpty()) {
            throw failed.getLast();
        }
        return EndedMessage.returned(
                ended,
                failed.stream()
                        .map(ProblemException::problem)
                        .filter(problem -> !(problem instanceof Problem.Conflict))
                        .toList());
    }
}
