package org.consoleme.slack;

import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.SlackUser;

/** A Slack user beside those that a {@link SlackDoor} begins with. */
final class OtherPerson {
    static final String OTHER = "U0OTHER001";

    private OtherPerson() {}

    static SlackUser person(String name, String mail) {
        return SlackUser.person(OTHER, TwinSettings.TEAM, name, mail);
    }

    /** In the workspace, and in the approvals channel. */
    static Actor there(SlackDoor door, SlackUser person) {
        door.twin.workspace().people().put(person);
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.joinedBy(person.id()));
        return door.twin.actAs(person.id()).in(TwinSettings.APPROVALS);
    }
}
