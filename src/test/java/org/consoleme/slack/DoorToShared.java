package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinSettings;

/** An {@link AskedDoor} whose approvals channel gets shared with another organization. */
final class DoorToShared implements AutoCloseable {
    static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");

    final AskedDoor asked = new AskedDoor();
    final SlackDoor door = asked.door;

    DoorToShared() {
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
    }

    @Override
    public void close() {
        asked.close();
    }

    void share() {
        door.twin.happens().shared(TwinSettings.APPROVALS);
        door.node.threads.await();
    }

    List<String> in(String channel) {
        return door.twin.workspace().messages().all().stream()
                .filter(message -> message.channel().equals(channel))
                .map(door.twin::draw)
                .toList();
    }

    List<String> toTheAdministrator() {
        return in(DirectTalk.channel(door, TwinSettings.ADMIN));
    }

    void more(int requests) {
        for (int i = 0; i < requests; i++) {
            door.clock.advance(Duration.ofSeconds(1));
            door.core.open.handle(
                    door.callerOf(SlackDoor.ENGINEER),
                    RequestDraft.of("INC-4711", new AskedChange.Role(HIDDEN, Duration.ofHours(1))));
        }
        door.deliver();
    }

    void isWithheld(int cards) {
        assertThat(in(TwinSettings.APPROVALS))
                .hasSize(cards)
                .allSatisfy(
                        card ->
                                assertThat(card)
                                        .contains("shared with another organization")
                                        .doesNotContain("INC-4711", "[Approve]"));
    }
}
