package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several changes each that fails is told, and none twice. */
class SeveralFailuresTest {
    private static final RoleArn READER = RoleArn.parse(SlackDoor.READER);
    private static final String READS =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                    + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::acme-logs/*\"}]}";
    private static final PolicyDocument OTHER = PolicyDocument.parse(READS.replace("Get", "Put"));

    private final SlackDoor door = new SlackDoor();
    private ChangeRequest request;

    @BeforeEach
    void twoChangesFail() {
        door.engineer();
        request =
                door.core
                        .open
                        .handle(
                                door.callerOf(SlackDoor.ENGINEER),
                                RequestDraft.of("INC-5", added("one"), added("two")))
                        .request();
        door.core.policies.has(READER, "one", OTHER);
        door.core.policies.has(READER, "two", OTHER);
        approve();
        assertThat(now().changes())
                .allSatisfy(c -> assertThat(c.state()).isInstanceOf(ChangeState.Failed.class));
    }

    @AfterEach
    void close() {
        door.close();
    }

    private static AskedChange added(String name) {
        return new AskedChange.NewPolicy(READER, Optional.of(name), PolicyDocument.parse(READS));
    }

    private ChangeRequest now() {
        return door.core.now(request);
    }

    private void approve() {
        door.clock.advance(Duration.ofMinutes(1));
        door.core.review.handle(
                door.callerOf(SlackDoor.ADMIN),
                request.id(),
                new ReviewCommand.Approve(now().hash(), Set.of(), Optional.empty()));
        door.deliver();
        door.node.notifier.requestChanged(now());
    }

    private void editSecond(String bucket) {
        door.core.edit.handle(
                door.callerOf(SlackDoor.ENGINEER),
                request.id(),
                request.changes().getLast().id(),
                new ChangeEdit.Document(PolicyDocument.parse(READS.replace("logs", bucket))));
    }

    private List<String> told() {
        return DirectTalk.of(door, TwinSettings.ENGINEER).stream().map(door.twin::draw).toList();
    }

    private PostedCard message() {
        return door.core.cards.of(request.id()).stream()
                .filter(card -> card.kind() == PostedCard.Kind.MESSAGE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatFailsTogetherIsToldOnce() {
        assertThat(told()).singleElement().asString().contains("⚠ Failed");
    }

    @Test
    void aLaterFailureOfOneIsToldAlthoughTheOtherFailedBefore() {
        // When
        editSecond("bills");
        door.core.policies.has(READER, "two", PolicyDocument.parse(READS.replace("Get", "List")));
        approve();
        // Then
        assertThat(now().changes())
                .allSatisfy(c -> assertThat(c.state()).isInstanceOf(ChangeState.Failed.class));
        assertThat(told()).hasSize(2);
        assertThat(told().getFirst()).contains("There was news");
        assertThat(told().getLast()).contains("⚠ Failed").doesNotContain("There was news");
    }

    @Test
    void theFailureThatRemainsWhenTheOtherWentThroughIsNotToldAgain() {
        // When
        editSecond("bills");
        approve();
        // Then
        assertThat(now().changes().getLast().state()).isInstanceOf(ChangeState.Applied.class);
        assertThat(told())
                .singleElement()
                .asString()
                .contains("⚠ Failed", "1 of 2")
                .doesNotContain("There was news");
    }

    @Test
    void whatAnOlderReleaseToldByTheFirstFailureIsNotToldAgain() {
        // Given
        PostedCard card = message();
        String occasion = "failed-1";
        String conversation = card.place().substring(0, card.place().lastIndexOf('#'));
        door.core.cards.forget(
                new Copy(conversation, card.request(), card.kind(), card.occasion()), card.place());
        Copy copy = new Copy(conversation, card.request(), card.kind(), occasion);
        door.core.cards.take(copy, door.clock.instant(), door.clock.instant().plusSeconds(9));
        door.core.cards.posted(
                copy,
                door.clock.instant().plusSeconds(9),
                new PostedCard(
                        card.place(),
                        card.request(),
                        card.kind(),
                        card.hash(),
                        10,
                        card.postedAt(),
                        occasion));
        // When
        door.node.notifier.requestChanged(now());
        // Then
        assertThat(told())
                .singleElement()
                .asString()
                .contains("⚠ Failed")
                .doesNotContain("There was news");
    }
}
