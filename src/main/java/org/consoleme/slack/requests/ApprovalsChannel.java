package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.access.ApprovalRules;
import org.consoleme.operations.Check;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;

/** Whether approval cards can be posted where the configuration and the rules say. */
@Single
public class ApprovalsChannel implements Check {
    private final SlackSettings settings;
    private final SlackPosts posts;
    private final ApprovalRules rules;

    @Inject
    public ApprovalsChannel(SlackSettings settings, SlackPosts posts, ApprovalRules rules) {
        this.settings = settings;
        this.posts = posts;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "slack approvals channel";
    }

    @Override
    public Finding look() {
        Map<String, String> channels = settings.open() ? channels() : Map.of();
        if (channels.isEmpty()) {
            return Finding.off(
                    "no slack.approvals_channel: only approvers who are named hear of requests");
        }
        return channels.entrySet().stream()
                .map(entry -> look(entry.getKey(), entry.getValue()))
                .filter(finding -> finding.state() != State.UP)
                .findFirst()
                .orElseGet(() -> Finding.up("approval cards are posted there"));
    }

    /** Ids, with where each was named. */
    private Map<String, String> channels() {
        Map<String, String> channels = new LinkedHashMap<>();
        settings.approvalsChannel().ifPresent(id -> channels.put(id, "slack.approvals_channel"));
        rules.channels()
                .forEach(
                        own ->
                                channels.putIfAbsent(
                                        own.id(), "channel " + own.id() + " in approval_rules"));
        return channels;
    }

    private Finding look(String channel, String key) {
        try {
            return found(posts.room(channel), key);
        } catch (ProblemException e) {
            return Finding.degraded(
                    key + ": " + e.problem().sentence(),
                    SlackApi.error(e).isPresent()
                            ? "set " + key + " to a channel's id, and invite the app into it"
                            : "check that Slack can be reached");
        }
    }

    private static Finding found(SlackPosts.Room room, String key) {
        if (room.shared()) {
            return Finding.down(
                    key
                            + ": the channel is shared with another organization: nothing is posted"
                            + " there",
                    "set " + key + " to a private channel of your own");
        }
        if (room.archived()) {
            return Finding.degraded(
                    key + ": the channel is archived", "set " + key + " to another one");
        }
        return room.member()
                ? Finding.up("approval cards are posted there")
                : Finding.degraded(
                        key + ": the app is not in the channel", "invite the app into the channel");
    }
}
