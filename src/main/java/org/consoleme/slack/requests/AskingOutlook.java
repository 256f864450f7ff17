package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.identity.Caller;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.OpenRequest;
import org.consoleme.requests.OpenedRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/** Asks the core what would become of a request; nothing is stored. */
@Single
public class AskingOutlook {
    private static final int MOST_NAMES = 5;

    /** The shortest that can be asked for: what governs does not depend on the length. */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private final OpenRequest open;
    private final RequestableRoles roles;

    @Inject
    public AskingOutlook(OpenRequest open, RequestableRoles roles) {
        this.open = open;
        this.roles = roles;
    }

    /**
     * @throws ProblemException {@code NotFound} if they cannot ask for the role
     */
    Outlook of(Caller caller, Asking asking) {
        if (asking.role().isEmpty()) {
            return Outlook.of("Who is asked depends on the role.");
        }
        RoleArn role = roles.require(caller, asking.kind(), asking.role().get());
        return asking.kind() == AskedFor.Kind.ROLE
                ? of(caller, role)
                : Outlook.of("Who is asked depends on what the policy allows.");
    }

    /** The menu offered the role a moment ago. */
    Outlook ofChosen(Caller caller, Asking asking) {
        try {
            return of(caller, asking);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotFound) {
                return Outlook.of("You cannot ask for this role.");
            }
            throw e;
        }
    }

    private Outlook of(Caller caller, RoleArn role) {
        try {
            OpenedRequest opened =
                    open.handle(
                            caller,
                            new RequestDraft(
                                    List.of(new AskedChange.Role(role, SHORTEST)),
                                    Optional.empty(),
                                    "-",
                                    false,
                                    Optional.empty(),
                                    true));
            Duration longest = opened.rule().maxDuration();
            return new Outlook(
                    sentence(opened) + " At most " + Lengths.words(longest) + " at a time.",
                    Optional.of(longest));
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.Conflict conflict -> Outlook.of(conflict.reason());
                case Problem.Forbidden forbidden -> Outlook.of(forbidden.reason());
                case Problem.Invalid invalid -> Outlook.of(invalid.sentence());
                default -> throw e;
            };
        }
    }

    /** Who is asked. */
    static String sentence(OpenedRequest opened) {
        if (opened.rule().autoApprove()) {
            return "The rule “" + opened.rule().name() + "” approves this at once.";
        }
        List<String> names = opened.approvers();
        return "Asks any "
                + opened.rule().needed()
                + " of "
                + String.join(", ", names.stream().limit(MOST_NAMES).toList())
                + (names.size() > MOST_NAMES
                        ? " and " + (names.size() - MOST_NAMES) + " more."
                        : ".");
    }
}
