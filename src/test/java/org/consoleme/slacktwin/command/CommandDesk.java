package org.consoleme.slacktwin.command;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * Writes the fields of a slash command, all of those that Slack sends.
 *
 * @see <a href="https://docs.slack.dev/interactivity/implementing-slash-commands">slash commands:
 *     fields</a>
 */
public final class CommandDesk {

    /**
     * What every command of the app carries.
     *
     * @param verificationToken Slack's old shared token, the field {@code token}
     */
    public record AppFields(String appId, String verificationToken, String signingSecret) {
        @Override
        public String toString() {
            return "AppFields[" + appId + ", ***]";
        }
    }

    private final Workspace workspace;
    private final CommandSender sender;
    private final ResponseUrls responseUrls;
    private final AppFields app;
    private final Clock clock;

    public CommandDesk(
            Workspace workspace,
            CommandSender sender,
            ResponseUrls responseUrls,
            AppFields app,
            Clock clock) {
        this.workspace = workspace;
        this.sender = sender;
        this.responseUrls = responseUrls;
        this.app = app;
        this.clock = clock;
    }

    /**
     * Drafts a command.
     *
     * @param line such as {@code /consoleme creds admin}
     */
    public CommandDraft draft(SlackUser user, Channel channel, String line) {
        int space = line.indexOf(' ');
        SlackTeam team = workspace.team();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", app.verificationToken());
        fields.put("team_id", team.id());
        fields.put("team_domain", team.domain());
        team.enterprise()
                .ifPresent(
                        e -> {
                            fields.put("enterprise_id", e.id());
                            fields.put("enterprise_name", e.name());
                        });
        fields.put("channel_id", channel.id());
        fields.put("channel_name", channel.nameInCommands());
        fields.put("user_id", user.id());
        fields.put("user_name", user.handle());
        fields.put("command", space < 0 ? line : line.substring(0, space));
        fields.put("text", space < 0 ? "" : line.substring(space + 1).strip());
        fields.put("api_app_id", app.appId());
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", responseUrls.mint(channel.id(), user.id()));
        fields.put("trigger_id", TriggerIds.make(clock));
        return new CommandDraft(
                sender,
                user.id(),
                channel.id(),
                line,
                fields,
                app.signingSecret(),
                clock.instant());
    }
}
