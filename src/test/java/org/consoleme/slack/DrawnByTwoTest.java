package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.audit.Outcome;
import org.consoleme.notifications.PostedCard;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes draw one card: the record never claims what is not seen, and a click counts by it. */
class DrawnByTwoTest {
    private static final String UPDATE = "chat.update";

    /** After that nobody is drawing any more. */
    private static final Duration OVER = Duration.ofSeconds(41);

    private static final Duration THROTTLED = Duration.ofSeconds(30);
    private static final RoleArn READER = RoleArn.parse(SlackDoor.READER);
    private static final String READS =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                    + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::acme-logs/*\"}]}";

    private final SlackDoor door = new SlackDoor();
    private final SlackNode other = door.anotherNode();
    private final Actor admin = admin();
    private ChangeRequest request;

    private Actor admin() {
        door.engineer();
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        return door.twin.actAs(TwinSettings.ADMIN).in(TwinSettings.APPROVALS);
    }

    /** A card stands there; since then the policy was edited, of which nobody was told. */
    @BeforeEach
    void ask() {
        AskedChange policy =
                new AskedChange.NewPolicy(READER, Optional.of("logs"), allowing("ListBucket"));
        request =
                door.core
                        .open
                        .handle(door.callerOf(SlackDoor.ENGINEER), RequestDraft.of("INC-5", policy))
                        .request();
        door.deliver();
        request = edited("GetObject");
    }

    @AfterEach
    void close() {
        door.twin.faults().clear();
        other.close();
        door.close();
    }

    private static PolicyDocument allowing(String action) {
        return PolicyDocument.parse(READS.replace("GetObject", action));
    }

    private ChangeRequest edited() {
        return edited("PutObject");
    }

    private ChangeRequest edited(String action) {
        return door.core.edit.handle(
                door.callerOf(SlackDoor.ENGINEER),
                request.id(),
                request.changes().getFirst().id(),
                new ChangeEdit.Document(allowing(action)));
    }

    private PostedCard card() {
        return door.core.cards.of(request.id()).getFirst();
    }

    private String drawn() {
        return door.twin.draw(door.card());
    }

    private long drawnInTheChannel() {
        return door.twin.outbound().to(UPDATE).stream()
                .filter(call -> call.channel().equals(TwinSettings.APPROVALS))
                .count();
    }

    private void assertLater() {
        assertThat(drawn()).contains("PutObject").doesNotContain("GetObject");
        assertThat(card().hash()).isEqualTo(door.core.now(request).hash());
    }

    /** The next update gets through; the one after it does not. */
    private void throttleTheUpdateAfterTheNext() {
        door.twin.faults().reverse(UPDATE, 1);
        door.twin.faults().throttle(UPDATE, 1, THROTTLED);
    }

    private void refused(Class<? extends Problem> problem, Runnable telling) {
        assertThatThrownBy(telling::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(problem));
    }

    private void clickIsAConflict() {
        ChangeRequest before = door.core.now(request);
        door.audit.clear();
        assertThat(admin.click(door.card(), "Approve").status()).isEqualTo(200);
        assertThat(door.twin.draw(door.answerTo(TwinSettings.ADMIN)))
                .contains("The card is just being drawn: click again.");
        assertThat(door.auditOf(1))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(row.reason()).contains("Conflict");
                        });
        assertThat(door.core.now(request)).isEqualTo(before);
        assertThat(door.twin.outbound().to("views.open")).isEmpty();
    }

    @Test
    void aCardThatShowsAnOlderStateClaimsNothingUntilItIsDrawnAgain() {
        // Given: a node draws so slowly that another one has drawn a later state before it
        door.core.cards.afterReplacing(
                () -> {
                    door.clock.advance(OVER);
                    other.notifier.requestChanged(edited());
                    throttleTheUpdateAfterTheNext();
                });
        // When
        refused(Problem.TooMany.class, () -> door.node.notifier.requestChanged(request));
        // Then
        assertThat(drawn()).contains("GetObject");
        assertThat(card().hash()).isEqualTo(PostedCard.NOTHING);
        clickIsAConflict();
        // When
        door.clock.advance(THROTTLED.plusSeconds(1));
        door.deliver();
        // Then
        assertLater();
    }

    @Test
    void whoReadTheRecordBeforeALaterDrawingLeavesThat() {
        // Given
        door.core.cards.afterReading(
                () -> {
                    other.notifier.requestChanged(edited());
                    throttleTheUpdateAfterTheNext();
                });
        // When
        door.node.notifier.requestChanged(request);
        // Then
        assertLater();
    }

    @Test
    void whatOneDrawsTheOtherDrawsAfterwards() {
        // Given
        door.core.cards.afterReplacing(
                () -> {
                    ChangeRequest later = edited();
                    long before = drawnInTheChannel();
                    refused(Problem.Unavailable.class, () -> other.notifier.requestChanged(later));
                    assertThat(drawnInTheChannel()).isEqualTo(before);
                });
        // When
        door.node.notifier.requestChanged(request);
        // Then
        assertThat(drawn()).contains("GetObject");
        assertThat(card().hash()).isEqualTo(request.hash());
        door.deliver();
        assertLater();
    }

    @Test
    void whoDiesWhileDrawingLeavesACardThatTheNextOneDraws() {
        // Given
        door.core.cards.afterReplacing(
                () -> {
                    throw new IllegalStateException("killed");
                });
        assertThatThrownBy(() -> door.node.notifier.requestChanged(request))
                .isInstanceOf(IllegalStateException.class);
        edited();
        // When, Then
        clickIsAConflict();
        door.clock.advance(OVER);
        door.deliver();
        assertLater();
    }

    @Test
    void aClickOnACardThatNobodyKnowsDrawsIt() {
        // Given
        edited();
        PostedCard card = card();
        door.core.cards.replace(card, card.beingDrawn(door.clock.instant()));
        // When
        clickIsAConflict();
        // Then
        assertLater();
    }

    @Test
    void aDrawingWhoseAnswerIsLostClaimsNothing() {
        // Given
        door.twin.faults().breakOff(UPDATE, 1);
        // When
        refused(Problem.Unavailable.class, () -> door.node.notifier.requestChanged(request));
        // Then
        assertThat(card().hash()).isEqualTo(PostedCard.NOTHING);
    }

    @Test
    void aDrawingThatSlackDidNotTakeLeavesWhatStoodThere() {
        // Given
        PostedCard before = card();
        door.twin.faults().throttle(UPDATE, 1, THROTTLED);
        // When
        refused(Problem.TooMany.class, () -> door.node.notifier.requestChanged(request));
        // Then
        assertThat(card()).isEqualTo(before);
    }
}
