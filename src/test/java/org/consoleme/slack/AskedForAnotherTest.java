package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.DoorWithOtto.OTHER;
import static org.consoleme.slack.DoorWithOtto.OTTO;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks for somebody else, and that somebody, each read what is theirs. */
class AskedForAnotherTest {
    private final DoorWithOtto otto = new DoorWithOtto();
    private final SlackDoor door = otto.door;
    private final ChangeRequest request = otto.asked(Optional.of(OTTO));

    @AfterEach
    void close() {
        otto.close();
    }

    private void decide(ReviewCommand command) {
        door.core.review.handle(door.callerOf(SlackDoor.APPROVER), request.id(), command);
        door.deliver();
    }

    private String told(String slackUser) {
        List<Message> all = DirectTalk.of(door, slackUser);
        assertThat(all).hasSize(1);
        return door.twin.draw(all.getFirst());
    }

    @Test
    void theNextStepAndTheButtonsAreForWhoHasTheRole() {
        // When
        decide(new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        // Then
        assertThat(told(OTHER))
                .startsWith(
                        "engineer@example.com asked for hidden in billing-prod for 2 h, for you")
                .contains("✔ Applied", "weep file", "[Return early]", "[Extend]");
        assertThat(told(TwinSettings.ENGINEER))
                .startsWith("Your request for hidden in billing-prod for 2 h, for " + OTTO)
                .contains("✔ Applied", "[Look closer]")
                .doesNotContain("weep file", "[Return early]", "[Extend]", "[Open AWS console]");
    }

    @Test
    void bothReadWhyItWasDenied() {
        // When
        decide(new ReviewCommand.Reject(request.hash(), "use the reader role"));
        // Then
        assertThat(told(OTHER)).contains("asked for hidden", ", for you", "“use the reader role”");
        assertThat(told(TwinSettings.ENGINEER)).contains("Your request", "“use the reader role”");
    }

    @Test
    void whatBothReadFollowsWhatBecomesOfTheRole() {
        // Given
        decide(new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        // When
        door.clock.advance(Duration.ofHours(3));
        door.core.ending.expire.handle();
        door.deliver();
        // Then
        assertThat(told(OTHER)).startsWith("engineer@example.com asked").doesNotContain("[Extend]");
        assertThat(told(TwinSettings.ENGINEER)).startsWith("Your request");
    }
}
