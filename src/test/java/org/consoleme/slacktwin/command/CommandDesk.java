package org.consoleme.slacktwin.command;

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

    private final Payloads payloads;
    private final ResponseUrls responseUrls;

    public CommandDesk(Payloads payloads, ResponseUrls responseUrls) {
        this.payloads = payloads;
        this.responseUrls = responseUrls;
    }

    /**
     * Drafts a command.
     *
     * @param line such as {@code /consoleme creds admin}
     */
    public CommandDraft draft(SlackUser user, Channel channel, String line) {
        int space = line.indexOf(' ');
        Workspace workspace = payloads.workspace();
        SlackTeam team = workspace.team();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", payloads.app().verificationToken());
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
        fields.put("api_app_id", payloads.app().appId());
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", responseUrls.mint(channel.id(), user.id()));
        fields.put("trigger_id", workspace.triggers().mint(user.id()));
        return payloads.draft(
                fields,
                channel.id(),
                new CommandReception(workspace, user.id(), channel.id(), line));
    }
}
