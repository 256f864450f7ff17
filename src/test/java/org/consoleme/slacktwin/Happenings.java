package org.consoleme.slacktwin;

import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/** What happens in the workspace without the app's doing. */
public final class Happenings {
    private static final String OTHER_TEAM = "T0FOREIGN1";

    private final Workspace workspace;
    private final Desks desks;

    Happenings(Workspace workspace, Desks desks) {
        this.workspace = workspace;
        this.desks = desks;
    }

    /** Somebody's account or profile becomes another. */
    public void changed(SlackUser user) {
        workspace.people().put(user);
        sent("user_change", desks.events().userChanged(user));
    }

    /** A channel is shared with another organization. */
    public void shared(String channelId) {
        Channel channel = workspace.channels().find(channelId).orElseThrow();
        workspace.channels().put(channel.with(Channel.Flag.EXT_SHARED));
        sent("channel_shared", desks.events().shared(channel, OTHER_TEAM));
    }

    /** A channel is no longer shared with anybody. */
    public void unshared(String channelId) {
        Channel channel =
                workspace.channels().find(channelId).orElseThrow().without(Channel.Flag.EXT_SHARED);
        workspace.channels().put(channel);
        sent("channel_unshared", desks.events().unshared(channel, OTHER_TEAM));
    }

    private void sent(String event, CommandDraft draft) {
        if (desks.subscribed().contains(event)) {
            draft.send();
        }
    }
}
