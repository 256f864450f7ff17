package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.access.SearchRequestable;
import org.consoleme.identity.Caller;
import org.consoleme.identity.RateLimits;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.message.SlackLimits;
import org.consoleme.slack.message.SlackModal;

/**
 * The roles that a menu offers while somebody types: what they may use or ask for, and nothing to
 * those whom we do not know.
 */
@Single
public class RoleSuggestions {
    /** The value of the row that says that there are more; it is no role. */
    static final String MORE = "more";

    private static final int LONGEST = 200;

    private static final int MOST_PER_MINUTE = 600;

    private final SlackCallers callers;
    private final RequestableRoles roles;
    private final RateLimits limits;

    @Inject
    public RoleSuggestions(SlackCallers callers, RequestableRoles roles, RateLimits limits) {
        this.callers = callers;
        this.roles = roles;
        this.limits = limits;
    }

    /**
     * @param call its text is what was typed
     */
    List<SlackModal.Option> matching(SlackCall call, AskedFor.Kind kind) {
        if (call.text().length() > LONGEST) {
            return List.of();
        }
        try {
            limits.count("slack suggestions " + call.key(), MOST_PER_MINUTE);
            return callers.callerOf(call)
                    .map(caller -> matching(caller, kind, call.text()))
                    .orElse(List.of());
        } catch (ProblemException e) {
            return List.of();
        }
    }

    private List<SlackModal.Option> matching(Caller caller, AskedFor.Kind kind, String words) {
        SearchRequestable.Found found =
                roles.search(caller, kind, words, Optional.empty(), SlackLimits.OPTIONS - 1);
        List<SlackModal.Option> options = new ArrayList<>();
        found.roles().forEach(role -> options.add(roles.option(RoleKey.of(role.arn()))));
        if (!found.complete()) {
            options.add(new SlackModal.Option("… there are more: type more of it", MORE));
        }
        return options;
    }
}
