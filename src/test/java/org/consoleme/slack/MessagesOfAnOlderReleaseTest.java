package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.DoorWithOtto.OTHER;
import static org.consoleme.slack.DoorWithOtto.OTTO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.GrantId;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outcomes that were told by a release that knew one message for all of a request's news. */
class MessagesOfAnOlderReleaseTest {
    private final DoorWithOtto otto = new DoorWithOtto();
    private final SlackDoor door = otto.door;
    private ChangeRequest request;

    @AfterEach
    void close() {
        otto.close();
    }

    private void granted(Optional<String> beneficiary) {
        request = otto.asked(beneficiary);
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        door.deliver();
        door.core.cards.of(request.id()).stream()
                .filter(card -> card.kind() != PostedCard.Kind.CARD)
                .forEach(this::asItWasWrittenDown);
    }

    /** One message for whomever it concerned, without what it told, at an older revision. */
    private void asItWasWrittenDown(PostedCard card) {
        String conversation = card.place().substring(0, card.place().lastIndexOf('#'));
        door.core.cards.forget(
                new Copy(conversation, card.request(), card.kind(), card.occasion()), card.place());
        Copy copy = new Copy(conversation, card.request(), PostedCard.Kind.MESSAGE);
        Instant until = door.clock.instant().plusSeconds(60);
        door.core.cards.take(copy, door.clock.instant(), until);
        door.core.cards.posted(
                copy,
                until,
                new PostedCard(
                        card.place(),
                        card.request(),
                        PostedCard.Kind.MESSAGE,
                        card.hash(),
                        10,
                        card.postedAt()));
    }

    private void announce() {
        door.clock.advance(Duration.ofMinutes(1));
        door.node.notifier.requestChanged(door.core.now(request));
        door.node.notifier.requestChanged(door.core.now(request));
    }

    private List<String> toldTo(String slackUser) {
        return DirectTalk.of(door, slackUser).stream().map(door.twin::draw).toList();
    }

    @Test
    void anOutcomeIsNotToldASecondTimeAndKeepsItsButtons() {
        // Given
        granted(Optional.empty());
        // When
        announce();
        // Then
        assertThat(toldTo(TwinSettings.ENGINEER))
                .singleElement()
                .asString()
                .contains("✔ Applied", "[Return early]")
                .doesNotContain("There was news");
    }

    @Test
    void whatComesAfterwardsIsToldAnew() {
        // Given
        granted(Optional.empty());
        announce();
        // When
        door.core.ending.revoke.handle(
                door.callerOf(SlackDoor.APPROVER), new GrantId(request.id() + "-0"), "incident 7");
        door.deliver();
        // Then
        assertThat(toldTo(TwinSettings.ENGINEER)).hasSize(2);
        assertThat(toldTo(TwinSettings.ENGINEER).getFirst()).contains("There was news");
        assertThat(toldTo(TwinSettings.ENGINEER).getLast()).contains("✖ Revoked");
    }

    @Test
    void whoeverWasAskedForReadsWhatIsTheirs() {
        // Given
        granted(Optional.of(OTTO));
        // When
        announce();
        // Then
        assertThat(toldTo(OTHER))
                .singleElement()
                .asString()
                .startsWith("engineer@example.com asked for hidden")
                .contains("[Return early]");
        assertThat(toldTo(TwinSettings.ENGINEER))
                .singleElement()
                .asString()
                .startsWith("Your request for hidden")
                .doesNotContain("[Return early]");
    }
}
