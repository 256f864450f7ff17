package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.operations.Check;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;

/** Whether approval cards can be posted where the configuration says. */
@Single
public class ApprovalsChannel implements Check {
    private final SlackSettings settings;
    private final SlackPosts posts;

    @Inject
    public ApprovalsChannel(SlackSettings settings, SlackPosts posts) {
        this.settings = settings;
        this.posts = posts;
    }

    @Override
    public String name() {
        return "slack approvals channel";
    }

    @Override
    public Finding look() {
        Optional<String> channel = settings.approvalsChannel();
        if (!settings.open() || channel.isEmpty()) {
            return Finding.off(
                    "no slack.approvals_channel: only approvers who are named hear of requests");
        }
        try {
            return found(posts.room(channel.get()));
        } catch (ProblemException e) {
            return Finding.degraded(
                    e.problem().sentence(),
                    SlackApi.error(e).isPresent()
                            ? "set slack.approvals_channel to a channel's id, and invite the app"
                                    + " into it"
                            : "check that Slack can be reached");
        }
    }

    private static Finding found(SlackPosts.Room room) {
        if (room.shared()) {
            return Finding.down(
                    "the channel is shared with another organization: nothing is posted there",
                    "set slack.approvals_channel to a private channel of your own");
        }
        if (room.archived()) {
            return Finding.degraded(
                    "the channel is archived", "set slack.approvals_channel to another one");
        }
        return room.member()
                ? Finding.up("approval cards are posted there")
                : Finding.degraded(
                        "the app is not in the channel", "invite the app into the channel");
    }
}
