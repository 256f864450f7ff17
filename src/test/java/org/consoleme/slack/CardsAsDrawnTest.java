package org.consoleme.slack;

import java.time.Duration;
import java.util.Map;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.GrantId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The card in each state, and what the one who asked hears. */
class CardsAsDrawnTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private void card(String name) {
        GoldenAnswers.assertSame("card-" + name, door.twin, door.card());
    }

    private void approve() {
        asked.submitted(asked.clicked("Approve"), Map.of("reason", "go on"));
    }

    private Message told() {
        return door.twin.awaitMessage(
                m -> door.twin.draw(m).startsWith("Your request"), SlackDoor.SOON);
    }

    @Test
    void waiting() {
        card("waiting");
    }

    @Test
    void applying() {
        approve();
        door.core.announceOnly(door.node.notifier);
        card("applying");
    }

    @Test
    void applied() {
        approve();
        door.deliver();
        card("applied");
        GoldenAnswers.assertSame("told-applied", door.twin, told());
    }

    @Test
    void returned() {
        approve();
        door.deliver();
        ChangeRequest request = asked.now();
        door.core.ending.giveBack.handle(
                door.callerOf(SlackDoor.ENGINEER), new GrantId(request.id() + "-0"));
        door.deliver();
        card("returned");
    }

    @Test
    void denied() {
        asked.submitted(asked.clicked("Deny"), Map.of("reason", "use the reader role"));
        door.deliver();
        card("denied");
        GoldenAnswers.assertSame("told-denied", door.twin, told());
    }

    @Test
    void withdrawn() {
        door.core.cancel.handle(door.callerOf(SlackDoor.ENGINEER), asked.request.id());
        door.deliver();
        card("withdrawn");
    }

    @Test
    void expired() {
        door.clock.advance(Duration.ofDays(1).plusSeconds(1));
        door.core.expire.handle(door.callerOf(SlackDoor.ADMIN).origin());
        door.deliver();
        card("expired");
        GoldenAnswers.assertSame("told-expired", door.twin, told());
    }

    @Test
    void failed() {
        approve();
        door.publish("200000000002");
        door.deliver();
        card("failed");
        GoldenAnswers.assertSame("told-failed", door.twin, told());
    }

    @Test
    void theModalOfADecision() {
        GoldenAnswers.assertSame("modal-approve", door.twin, asked.clicked("Approve"));
        GoldenAnswers.assertSame("modal-deny", door.twin, asked.clicked("Deny"));
    }

    @Test
    void theModalToRevoke() {
        approve();
        door.deliver();
        asked.card = door.card();
        GoldenAnswers.assertSame("modal-revoke", door.twin, asked.clicked("Revoke"));
    }

    @Test
    void theFormOfARequest() {
        asked.engineer.type("/consoleme request hidden");
        GoldenAnswers.assertSame("form-role", door.twin, asked.modal(TwinSettings.ENGINEER));
        asked.engineer.type("/consoleme request policy hidden");
        GoldenAnswers.assertSame("form-policy", door.twin, asked.modal(TwinSettings.ENGINEER));
    }
}
