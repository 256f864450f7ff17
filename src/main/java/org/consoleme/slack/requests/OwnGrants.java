package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.access.Grant;
import org.consoleme.access.ListGrants;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/** The live grants of somebody, and the one that their words mean. */
@Single
public class OwnGrants {
    private final ListGrants list;

    @Inject
    public OwnGrants(ListGrants list) {
        this.list = list;
    }

    /** The ones that end first first. */
    List<Grant> live(Caller caller) {
        return list.handle(caller).live().stream().map(ListGrants.Live::grant).toList();
    }

    /**
     * @param words the grant's id or its request's, or the role's name or ARN
     * @throws org.consoleme.shared.ProblemException {@code NotFound}, {@code Ambiguous}
     */
    Grant meant(Caller caller, String words) {
        List<Grant> matching =
                live(caller).stream().filter(grant -> means(words.strip(), grant)).toList();
        if (matching.isEmpty()) {
            throw new Problem.NotFound("grant", "").asException();
        }
        if (matching.size() > 1) {
            throw new Problem.Ambiguous(
                            words,
                            matching.stream().map(grant -> grant.id().value()).sorted().toList())
                    .asException();
        }
        return matching.getFirst();
    }

    private static boolean means(String words, Grant grant) {
        return grant.id().value().equals(words)
                || grant.request().value().equals(words)
                || grant.role().toString().equals(words)
                || grant.role().name().equalsIgnoreCase(words);
    }
}
