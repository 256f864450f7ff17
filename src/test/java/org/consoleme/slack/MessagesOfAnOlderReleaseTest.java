package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outcomes that were told by a release that knew one message for all of a request's news. */
class MessagesOfAnOlderReleaseTest {
    private static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");
    private static final String OTHER = "U0OTHER001";
    private static final String OTTO = "otto@example.com";

    private final SlackDoor door = new SlackDoor();
    private ChangeRequest request;

    @BeforeEach
    void ottoIsKnown() {
        door.engineer();
        door.approver();
        door.twin
                .workspace()
                .people()
                .put(SlackUser.person(OTHER, TwinSettings.TEAM, "Otto", OTTO));
        door.link(OTHER, OTTO);
        door.directory.put(OTTO, Set.of("developers"));
    }

    @AfterEach
    void close() {
        door.close();
    }

    private void granted(Optional<String> beneficiary) {
        RequestDraft draft =
                new RequestDraft(
                        List.of(new AskedChange.Role(HIDDEN, Duration.ofHours(2))),
                        beneficiary.map(UserId::new),
                        "INC-4711",
                        false,
                        Optional.empty(),
                        false);
        request = door.core.open.handle(door.callerOf(SlackDoor.ENGINEER), draft).request();
        door.deliver();
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
        String direct =
                door.twin
                        .workspace()
                        .channels()
                        .openDirect(List.of(TwinSettings.BOT, slackUser))
                        .id();
        return door.twin.workspace().messages().in(direct).stream().map(door.twin::draw).toList();
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
