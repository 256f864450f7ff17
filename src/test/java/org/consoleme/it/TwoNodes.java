package org.consoleme.it;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.local.ServerNode;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The stack's server and a second one on the same stores, for one test class and those within it;
 * before that a third was killed.
 */
final class TwoNodes implements BeforeAllCallback, AfterAllCallback {
    static final Duration SOON = Duration.ofSeconds(30);
    private static final String NAME = "second";

    private final RunningStack stack;
    private final AtomicInteger turn = new AtomicInteger();
    private KilledNode killed;
    private URI second;

    TwoNodes(RunningStack stack) {
        this.stack = stack;
    }

    /** The killed one first: what it left has its minute while everything else runs. */
    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (second == null) {
            steps().awaitRoles(stack.server());
            killed = KilledNode.on(stack);
            second =
                    stack.parts()
                            .startNode(
                                    new ServerNode(
                                            NAME,
                                            Map.of("jobs", Map.of("enabled", false)),
                                            Map.of()));
            steps().awaitRoles(second);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (second != null && context.getRequiredTestClass().getEnclosingClass() == null) {
            steps().giveEverythingBack();
            stack.parts().end(NAME);
            second = null;
        }
    }

    RunningStack stack() {
        return stack;
    }

    URI second() {
        return second;
    }

    KilledNode killed() {
        return killed;
    }

    StoredTruth truth() {
        return StoredTruth.of(stack);
    }

    /** Each goes to the other server than the one before. */
    RequestSteps steps() {
        return new RequestSteps(stack, this::next);
    }

    URI next() {
        return node(turn.getAndIncrement());
    }

    /** The first is that of the stack. */
    URI node(int number) {
        return number % 2 == 0 || second == null ? stack.server() : second;
    }

    Person at(int node, Person person) {
        return person.at(() -> node(node));
    }

    static List<Reply> atOnce(List<Callable<Reply>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> all =
                    calls.stream()
                            .map(
                                    call ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        return call.call();
                                                    }))
                            .toList();
            start.countDown();
            for (Future<Reply> one : all) {
                replies.add(one.get());
            }
        }
        return replies;
    }
}
