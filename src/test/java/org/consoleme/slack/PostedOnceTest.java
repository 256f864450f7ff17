package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.consoleme.access.Grant;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One copy of each message, however many nodes tell of it. */
class PostedOnceTest {
    private static final String POST = "chat.postMessage";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;
    private final SlackNode other = door.anotherNode();

    @AfterEach
    void close() {
        other.close();
        asked.close();
    }

    /** Another request, of which nobody was told yet. */
    private ChangeRequest untold() {
        door.clock.advance(Duration.ofSeconds(1));
        asked.engineer.type("/consoleme request billing-reader in billing-test for 1h because x");
        door.answer();
        return door.core.latest();
    }

    private List<Message> standing(ChangeRequest request) {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> m.ephemeralTo().isEmpty())
                .filter(m -> m.blocks().toString().contains(request.id().value()))
                .toList();
    }

    private Copy card(ChangeRequest request) {
        return new Copy(
                TwinSettings.TEAM + "#" + TwinSettings.APPROVALS,
                request.id(),
                PostedCard.Kind.CARD);
    }

    /** Who is not the first may be told to come again, and nothing worse. */
    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (ProblemException e) {
            assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class);
        }
    }

    private static void atOnce(Runnable... tellings) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable telling : tellings) {
                all.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    tell(telling);
                                    return null;
                                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    @RepeatedTest(5)
    void twoNodesThatTellOfOneRequestPostOneCard() throws Exception {
        // Given
        ChangeRequest request = untold();
        // When
        atOnce(
                () -> door.node.notifier.requestChanged(request),
                () -> other.notifier.requestChanged(request),
                () -> door.node.notifier.requestChanged(request));
        // Then
        assertThat(standing(request)).hasSize(1);
        door.deliver();
        assertThat(standing(request)).hasSize(1);
        assertThat(door.core.cards.of(request.id())).hasSize(1);
    }

    @RepeatedTest(5)
    void theOutcomeIsToldOnceByWhatIsSaidOfTheRequestAndOfItsGrant() throws Exception {
        // Given
        asked.submitted(asked.clicked("Approve"), Map.of());
        door.core.deliver();
        ChangeRequest applied = asked.now();
        Grant grant = door.core.grants.find(new GrantId(applied.id() + "-0")).orElseThrow();
        // When
        atOnce(
                () -> door.node.notifier.requestChanged(applied),
                () -> other.notifier.grantChanged(grant));
        // Then
        assertThat(standing(applied).stream().map(door.twin::draw))
                .filteredOn(text -> text.startsWith("Your request"))
                .hasSize(1);
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
    }

    @Test
    void slackT82_whatANodeTookAndNeverPostedIsPostedByAnother() {
        // Given
        ChangeRequest request = untold();
        Instant now = door.clock.instant();
        door.core.cards.take(card(request), now, now.plusSeconds(40));
        // When
        door.deliver();
        assertThat(standing(request)).isEmpty();
        door.clock.advance(Duration.ofSeconds(41));
        door.deliver();
        // Then
        assertThat(standing(request)).hasSize(1);
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void slackT82_whoIsTooLateMarksTheirOwnCopyAsOutOfDate() throws Exception {
        // Given
        ChangeRequest request = untold();
        door.twin.faults().reverse(POST, 2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow =
                    threads.submit(() -> tell(() -> door.node.notifier.requestChanged(request)));
            Awaitility.await().atMost(SlackDoor.SOON).until(() -> door.twin.faults().left() == 1);
            // When
            door.clock.advance(Duration.ofSeconds(41));
            tell(() -> other.notifier.requestChanged(request));
            slow.get();
        }
        // Then
        List<Message> both = besideTheFirst();
        assertThat(both.stream().map(door.twin::draw))
                .hasSize(2)
                .filteredOn(text -> text.contains("This copy is out of date"))
                .hasSize(1);
        assertThat(door.core.cards.of(request.id())).hasSize(1);
    }

    private List<Message> besideTheFirst() {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> m.channel().equals(TwinSettings.APPROVALS))
                .filter(m -> m.ephemeralTo().isEmpty())
                .filter(m -> !m.ts().equals(asked.card.ts()))
                .toList();
    }

    @Test
    void aPostThatSlackRefusesIsFreeToBePostedAtOnce() {
        // Given
        door.twin.faults().throttle(POST, 1, Duration.ofSeconds(1));
        ChangeRequest request = untold();
        // When
        door.deliver();
        door.clock.advance(Duration.ofSeconds(2));
        door.deliver();
        // Then
        assertThat(standing(request)).hasSize(1);
    }
}
