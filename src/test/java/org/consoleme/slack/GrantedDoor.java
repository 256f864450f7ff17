package org.consoleme.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.slacktwin.Actor;

/** A {@link SlackDoor} behind which the engineer gets the roles that they ask for. */
final class GrantedDoor implements AutoCloseable {
    final SlackDoor door = new SlackDoor();
    final Actor engineer = door.engineer();

    /** The engineer has what they asked for since a minute. */
    Grant granted(String what) {
        engineer.type("/consoleme request role " + what + " because INC-4711");
        door.answer();
        ChangeRequest request = door.core.latest();
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        door.deliver();
        door.clock.advance(Duration.ofMinutes(1));
        return live().stream()
                .filter(grant -> grant.request().equals(request.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What the engineer has now. */
    List<Grant> live() {
        return door.core.known.of(door.callerOf(SlackDoor.ENGINEER).user());
    }

    String heard() {
        return door.twin.draw(door.answer());
    }

    @Override
    public void close() {
        door.close();
    }
}
