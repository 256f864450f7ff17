package org.consoleme.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.access.ApprovalChannel;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Settings;

/**
 * The Slack door.
 *
 * @param signingSecret {@code slack.signing_secret}: at least 32 characters
 * @param botToken {@code slack.bot_token}
 * @param appToken {@code slack.app_token}: turns Socket Mode on
 * @param apiUrl {@code slack.api_url}: where Slack's Web API is; ends with a slash
 * @param command {@code slack.command}: the slash command, with its slash
 * @param teamId {@code slack.team_id}: asked of Slack when not set; so is the app's
 * @param enterpriseId {@code slack.enterprise_id}: lets in members of all its workspaces
 * @param approvalsChannel {@code slack.approvals_channel}: the id of the channel that approval
 *     cards are posted to
 * @param ignoreAutoAdminPolicies {@code slack.ignore_auto_admin_policies}: policies that their
 *     requester approved with the command that asked for them are not told of
 * @param publicUrl {@code url}: where links lead
 * @param timeout {@code slack.timeout_seconds}: for each call to Slack; 1 to 60
 */
public record SlackSettings(
        Optional<Secret> signingSecret,
        Optional<Secret> botToken,
        Optional<Secret> appToken,
        URI apiUrl,
        String command,
        Optional<String> teamId,
        Optional<String> enterpriseId,
        Optional<String> appId,
        Optional<String> approvalsChannel,
        boolean ignoreAutoAdminPolicies,
        URI publicUrl,
        Duration timeout)
        implements Settings {
    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_TIMEOUT = 60;
    private static final String SLACKS_OWN = "https://slack.com/api/";

    public static SlackSettings from(Configuration configuration) {
        Optional<Secret> signingSecret =
                configuration
                        .secret("slack.signing_secret")
                        .map(secret -> new Secret(secret.reveal().strip()));
        Optional<Secret> botToken = configuration.secret("slack.bot_token");
        Optional<Secret> appToken = configuration.secret("slack.app_token");
        boolean anything =
                botToken.isPresent()
                        || appToken.isPresent()
                        || configuration.text("slack.signing_secret").isPresent();
        boolean signed =
                signingSecret.filter(s -> s.reveal().length() >= SHORTEST_SECRET).isPresent();
        if (anything && !signed && appToken.isEmpty()) {
            throw new Problem.Invalid(
                            "slack.signing_secret",
                            "set the app's signing secret (32 characters or more), or slack.app_token for Socket Mode;"
                                    + " without either anybody could pretend to be Slack")
                    .asException();
        }
        return new SlackSettings(
                signingSecret.filter(secret -> signed),
                botToken,
                appToken,
                apiUrl(configuration.text("slack.api_url", SLACKS_OWN)),
                command(configuration.text("slack.command", "/consoleme")),
                configuration.text("slack.team_id"),
                configuration.text("slack.enterprise_id"),
                configuration.text("slack.app_id"),
                configuration
                        .text("slack.approvals_channel")
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(SlackSettings::channel),
                configuration.flag("slack.ignore_auto_admin_policies", false),
                url("url", configuration.text("url", "http://localhost:8081")),
                timeout(configuration.integer("slack.timeout_seconds", 5)));
    }

    /** Whether requests are taken at all. */
    public boolean open() {
        return overHttp() || overSocket();
    }

    public boolean overHttp() {
        return signingSecret.isPresent() && botToken.isPresent();
    }

    /** Socket Mode; beside HTTP where both are there. */
    public boolean overSocket() {
        return appToken.isPresent() && botToken.isPresent();
    }

    /** A page of the console. */
    public String page(String path) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** A name would change with the channel's. */
    private static String channel(String text) {
        if (!ApprovalChannel.isId(text)) {
            throw new Problem.Invalid("slack.approvals_channel", ApprovalChannel.WANTED)
                    .asException();
        }
        return text;
    }

    private static URI apiUrl(String text) {
        URI url = url("slack.api_url", text.endsWith("/") ? text : text + "/");
        boolean local =
                "http".equals(url.getScheme())
                        && url.getHost().matches("127\\.0\\.0\\.1|localhost|\\[::1]");
        if (!"https".equals(url.getScheme()) && !local) {
            throw new Problem.Invalid("slack.api_url", "must be https (http only on loopback)")
                    .asException();
        }
        return url;
    }

    /** An absolute address with a host. */
    private static URI url(String key, String text) {
        try {
            URI url = URI.create(text);
            if (url.getScheme() != null && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid(key, "not a URL").asException(e);
        }
        throw new Problem.Invalid(key, "not a URL").asException();
    }

    private static Duration timeout(int seconds) {
        if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
            throw new Problem.Invalid("slack.timeout_seconds", "1 to " + LONGEST_TIMEOUT)
                    .asException();
        }
        return Duration.ofSeconds(seconds);
    }

    private static String command(String text) {
        String command = text.startsWith("/") ? text : "/" + text;
        if (!command.matches("/[a-z0-9_-]{1,31}")) {
            throw new Problem.Invalid("slack.command", "a slash and up to 31 of a-z 0-9 _ -")
                    .asException();
        }
        return command.toLowerCase(Locale.ROOT);
    }
}
