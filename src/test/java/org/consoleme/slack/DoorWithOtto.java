package org.consoleme.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackUser;

/** A {@link SlackDoor} that knows one developer more, for whom the engineer may ask. */
final class DoorWithOtto implements AutoCloseable {
    static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");
    static final String OTHER = "U0OTHER001";
    static final String OTTO = "otto@example.com";

    final SlackDoor door = new SlackDoor();

    DoorWithOtto() {
        door.engineer();
        door.approver();
        door.twin
                .workspace()
                .people()
                .put(SlackUser.person(OTHER, TwinSettings.TEAM, "Otto", OTTO));
        door.link(OTHER, OTTO);
        door.directory.put(OTTO, Set.of("developers"));
    }

    /** The engineer asks for a role for two hours. */
    ChangeRequest asked(Optional<String> beneficiary) {
        RequestDraft draft =
                new RequestDraft(
                        List.of(new AskedChange.Role(HIDDEN, Duration.ofHours(2))),
                        beneficiary.map(UserId::new),
                        "INC-4711",
                        false,
                        Optional.empty(),
                        false);
        ChangeRequest request =
                door.core.open.handle(door.callerOf(SlackDoor.ENGINEER), draft).request();
        door.deliver();
        return request;
    }

    @Override
    public void close() {
        door.twin.faults().clear();
        door.close();
    }
}
