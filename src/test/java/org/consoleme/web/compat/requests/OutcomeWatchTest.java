package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.OneNode.CAROL;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OneNode;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.junit.jupiter.api.Test;

/** Whoever waits for an outcome is answered, whatever happens meanwhile. */
class OutcomeWatchTest {
    private final OneNode node = new OneNode();
    private final Answers<String> answers = new Answers<>();
    private final ChangeRequest approved = approved();

    private ChangeRequest approved() {
        ChangeRequest request = node.onePolicy();
        return node.reviewing()
                .handle(
                        CAROL,
                        request.id(),
                        new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
    }

    private void watch(ScheduledExecutorService scheduler, Answer<ChangeRequest> then) {
        new OutcomeWatch(node.requests(), scheduler)
                .watch(approved, Set.of(approved.changes().getFirst().id()), then);
    }

    private Answer<ChangeRequest> stateOf() {
        return answers.from(request -> request.state().name().name());
    }

    @Test
    void whatBecameOfItIsTheAnswer() {
        watch(AtOnce.scheduler(node::deliver), stateOf());

        assertThat(answers.given).containsExactly(RequestState.Name.APPLIED.name());
    }

    @Test
    void whatIsStillUnderWayAfterAWhileIsSaidToBe() {
        watch(AtOnce.scheduler(() -> {}), stateOf());

        assertThat(answers.given).containsExactly(RequestState.Name.APPROVED.name());
    }

    /** ConsoleMe's clients wait so long for AWS and no longer. */
    @Test
    void whatIsStillUnderWayIsSaidToBeAfterTenSeconds() {
        List<Duration> steps = new ArrayList<>();

        watch(AtOnce.scheduler(() -> {}, steps::add), stateOf());

        Duration waited = steps.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_999));
        assertThat(steps.getFirst()).isEqualTo(Duration.ofMillis(100));
        assertThat(steps)
                .allSatisfy(step -> assertThat(step).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void anAnswerThatCannotBeMadeIsAProblemAndNoSilence() {
        IllegalStateException broken = new IllegalStateException("no answer");

        watch(
                AtOnce.scheduler(node::deliver),
                answers.from(
                        request -> {
                            throw broken;
                        }));

        assertThat(answers.given).isEmpty();
        assertThat(answers.problems).containsExactly(broken);
    }

    @Test
    void whoeverCannotTakeTheAnswerHearsOfAProblem() {
        IllegalStateException broken = new IllegalStateException("cannot be written");
        Answer<ChangeRequest> brittle =
                new Answer<>() {
                    @Override
                    public void is(ChangeRequest answer) {
                        throw broken;
                    }

                    @Override
                    public void failed(RuntimeException problem) {
                        answers.failed(problem);
                    }
                };

        watch(AtOnce.scheduler(node::deliver), brittle);

        assertThat(answers.problems).containsExactly(broken);
    }

    @Test
    void aServerThatStopsAnswersWithWhatItKnows() {
        ScheduledExecutorService stopping =
                (ScheduledExecutorService)
                        Proxy.newProxyInstance(
                                OutcomeWatchTest.class.getClassLoader(),
                                new Class<?>[] {ScheduledExecutorService.class},
                                (proxy, method, arguments) -> {
                                    throw new RejectedExecutionException();
                                });

        watch(stopping, stateOf());

        assertThat(answers.given).containsExactly(RequestState.Name.APPROVED.name());
    }
}
