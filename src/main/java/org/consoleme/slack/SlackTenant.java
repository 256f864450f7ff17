package org.consoleme.slack;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/**
 * Which workspace and app we belong to: from the configuration, else as Slack answered at start.
 * Until it is known, nothing is ours.
 */
@Single
public class SlackTenant {
    private volatile Optional<String> team;
    private volatile Optional<String> enterprise;
    private volatile Optional<String> app;
    private volatile Optional<String> workspace = Optional.empty();
    private final boolean wholeEnterprise;

    @Inject
    public SlackTenant(SlackSettings settings) {
        this.team = settings.teamId();
        this.enterprise = settings.enterpriseId();
        this.wholeEnterprise = enterprise.isPresent();
        this.app = settings.appId();
    }

    /** Fills in what the configuration left open. */
    public void learned(SlackApi.Identity identity) {
        team = team.or(() -> Optional.of(identity.teamId()));
        enterprise = enterprise.or(identity::enterpriseId);
        app = app.or(identity::appId);
        workspace = Optional.of(identity.workspace());
    }

    /** For eyes only; empty until Slack was asked. */
    public Optional<String> workspace() {
        return workspace;
    }

    /**
     * What stands before our places: the workspace, and never anything else, so that a place means
     * the same before and after Slack was asked.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} while Slack has not said
     */
    public String home() {
        return team.orElseThrow(
                () -> new Problem.Unavailable("Slack", Duration.ofSeconds(15)).asException());
    }

    /** What stands before places that were written down without knowing the workspace. */
    public Optional<String> formerHome() {
        return wholeEnterprise ? enterprise : Optional.empty();
    }

    /** Whether {@link #home} is; what is ours by its enterprise is so even before. */
    public boolean known() {
        return team.isPresent();
    }

    /** Whether members of our enterprise's other workspaces are ours: only if configured. */
    public boolean wholeEnterprise() {
        return wholeEnterprise;
    }

    /**
     * Every id that we know must be the same; a missing one is another one. An enterprise's id
     * stands for its workspaces where it is configured.
     */
    public boolean isOurs(
            Optional<String> teamId, Optional<String> enterpriseId, Optional<String> appId) {
        return isOurWorkspace(teamId, enterpriseId) && (app.isEmpty() || app.equals(appId));
    }

    /** Whether that may be our own app: while it is not known which one is, any may. */
    public boolean mayBeOurApp(Optional<String> appId) {
        return app.isEmpty() || app.equals(appId);
    }

    /** For what names no app. */
    public boolean isOurWorkspace(Optional<String> teamId, Optional<String> enterpriseId) {
        if (enterprise.isPresent() && !enterprise.equals(enterpriseId)) {
            return false;
        }
        return wholeEnterprise || (team.isPresent() && team.equals(teamId));
    }
}
