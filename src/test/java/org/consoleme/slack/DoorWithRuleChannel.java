package org.consoleme.slack;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.testing.Roles;

/** A {@link SlackDoor} with a rule that has a channel of its own. */
final class DoorWithRuleChannel implements AutoCloseable {
    static final String OWN = "C0DATATEAM";
    static final String HIDDEN = "arn:aws:iam::200000000002:role/hidden";
    static final Channel CHANNEL =
            Channel.closed(OWN, "data-approvals", TwinSettings.APPROVER, TwinSettings.BOT);

    final SlackDoor door = new SlackDoor();
    final Actor engineer = door.engineer();

    DoorWithRuleChannel() {
        door.twin.workspace().channels().put(CHANNEL);
        door.core.configure(RequestsBehindSlack.RULES + "  channel: " + OWN + "\n");
    }

    @Override
    public void close() {
        door.close();
    }

    void ask() {
        engineer.type(AskedDoor.LINE);
        door.answer();
        door.deliver();
    }

    List<Message> in(String channel) {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> m.channel().equals(channel))
                .filter(m -> m.ephemeralTo().isEmpty())
                .toList();
    }

    List<Message> cards(String channel) {
        return in(channel).stream().filter(m -> m.threadTs().isEmpty()).toList();
    }

    /** As a node that just started: it knows no role yet. */
    void forgetTheRoles() {
        door.publish("200000000002", Roles.role(SlackDoor.READER, Set.of("finops"), Set.of()));
    }

    void knowTheRoles() {
        door.publish("200000000002", Roles.role(HIDDEN, Set.of("security"), Set.of()));
        door.clock.advance(Duration.ofMinutes(2));
        door.deliver();
    }
}
