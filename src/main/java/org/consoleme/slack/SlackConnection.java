package org.consoleme.slack;

import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.operations.Check;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/**
 * Whether Slack knows us, and with the rights that we need. Asking also teaches us whose workspace
 * we are in.
 */
@Single
public class SlackConnection implements Check {
    static final List<String> SCOPES =
            List.of(
                    "commands",
                    "chat:write",
                    "im:write",
                    "users:read",
                    "channels:read",
                    "groups:read",
                    "channels:history",
                    "groups:history");

    private final SlackSettings settings;
    private final SlackApi slack;
    private final SlackTenant tenant;

    @Inject
    public SlackConnection(SlackSettings settings, SlackApi slack, SlackTenant tenant) {
        this.settings = settings;
        this.slack = slack;
        this.tenant = tenant;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Finding look() {
        if (!settings.open() && settings.appToken().isPresent()) {
            return Finding.degraded(
                    "slack.app_token alone opens no door: Socket Mode needs the bot token too",
                    "set slack.bot_token");
        }
        if (!settings.open()) {
            return Finding.off(
                    "no slack.bot_token and slack.signing_secret: the Slack door is closed");
        }
        try {
            SlackApi.Identity identity = slack.identity();
            tenant.learned(identity);
            List<String> missing =
                    identity.scopes().isEmpty()
                            ? List.of()
                            : SCOPES.stream().filter(s -> !identity.scopes().contains(s)).toList();
            return missing.isEmpty()
                    ? Finding.up("workspace " + identity.workspace())
                    : Finding.degraded(
                            "the bot token lacks " + String.join(", ", missing),
                            "install the app again from slack-manifest.yaml");
        } catch (ProblemException e) {
            return Finding.degraded(
                    e.problem().sentence(), "check slack.bot_token and that Slack can be reached");
        }
    }
}
