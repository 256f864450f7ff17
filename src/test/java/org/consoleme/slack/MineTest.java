package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code mine} shows. */
class MineTest {
    private static final String HIDDEN = "arn:aws:iam::200000000002:role/hidden";

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private ChangeRequest asked() {
        door.clock.advance(Duration.ofSeconds(1));
        return door.core
                .open
                .handle(
                        door.callerOf(SlackDoor.ENGINEER),
                        RequestDraft.of(
                                "INC-1",
                                new AskedChange.Role(RoleArn.parse(HIDDEN), Duration.ofHours(1))))
                .request();
    }

    private String drawn() {
        engineer.type("/consoleme mine");
        return door.twin.draw(door.answer());
    }

    @Test
    void aRequestIsCalledAsItsCardCallsIt() {
        // Given
        door.core.cancel.handle(door.callerOf(SlackDoor.ENGINEER), asked().id());
        ChangeRequest denied = asked();
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                denied.id(),
                new ReviewCommand.Reject(denied.hash(), "no"));
        asked();
        // When, Then
        assertThat(drawn())
                .contains("Waiting: you asked", "Denied: you asked", "Withdrawn: you asked")
                .doesNotContain("rejected", "cancelled", "pending");
    }

    @Test
    void eachRequestHasAButtonThatLeadsToItsPage() {
        ChangeRequest request = asked();
        assertThat(drawn())
                .contains("[Look closer](" + SlackDoor.PAGE + "/requests/" + request.id() + ")");
    }

    @Test
    void whatHasNoRoomIsCounted() {
        // Given
        for (int i = 0; i < 10; i++) {
            SomeGrants.open(
                    door.core.grants,
                    "g-" + i,
                    SlackDoor.ENGINEER,
                    HIDDEN,
                    door.clock.instant(),
                    Duration.ofHours(1));
            asked();
        }
        // When, Then
        assertThat(drawn())
                .contains("And 2 more roles.", "[My grants]")
                .contains("And older requests.", "[All my requests]");
    }

    @Test
    void nothingMoreIsSaidWhereAllIsShown() {
        asked();
        assertThat(drawn()).doesNotContain("more roles", "older requests");
    }
}
