package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;

/** A {@link SlackDoor} where the engineer asks with the form, and Slack may fail at the answer. */
final class AskedByForm implements AutoCloseable {
    static final String WHISPER = "chat.postEphemeral";
    static final String POST = "chat.postMessage";

    final SlackDoor door = new SlackDoor();
    final Actor engineer = door.engineer();

    /** The form of {@code request hidden} is sent; the work behind it is done. */
    void send() {
        engineer.type("/consoleme request hidden");
        var form = door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
        assertThat(engineer.submit(form, Map.of("length", "4 h", "why", "INC-2")).status())
                .isEqualTo(200);
        door.node.threads.await();
    }

    @Override
    public void close() {
        door.twin.faults().clear();
        door.close();
    }
}
