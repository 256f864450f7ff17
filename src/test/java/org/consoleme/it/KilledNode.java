package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.consoleme.local.ServerNode;
import org.consoleme.testing.RunningStack;
import org.consoleme.testing.WithheldAnswers;

/**
 * A server that was killed with five approved requests in its hands, each at another point; the
 * stack's own server lives on.
 *
 * @param approved the approval is stored, and nothing was begun
 * @param marked a policy's change is marked as being applied, and AWS was not told
 * @param put AWS has the policy, and the outcome is not stored
 * @param granted the grant is stored, and the outcome of its request is not
 * @param saved the outcome is stored, and nobody was told
 */
record KilledNode(String approved, Policy marked, Policy put, String granted, String saved) {
    private static final String NAME = "killed";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TRIES = 5;

    /** It waits for the answers of its store as long as we hold them back. */
    private static final Map<String, Object> KEYS =
            Map.of(
                    "jobs", Map.of("enabled", false),
                    "dynamodb", Map.of("attempt_timeout_ms", 300_000, "call_timeout_ms", 300_000));

    /**
     * A request for an inline policy.
     *
     * @param policy its name
     */
    record Policy(String request, String policy) {}

    static KilledNode on(RunningStack stack) throws Exception {
        try (WithheldAnswers store = new WithheldAnswers(stack.dynamodb());
                ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            ServerNode node =
                    new ServerNode(
                            NAME,
                            KEYS,
                            Map.of("AWS_ENDPOINT_URL_DYNAMODB", store.address().toString()));
            URI address = stack.parts().startNode(node);
            try {
                RequestSteps steps = new RequestSteps(stack, stack::server);
                steps.awaitRoles(address);
                return new Hands(steps, address, store, hands).full();
            } finally {
                stack.parts().kill(NAME);
            }
        }
    }

    /** What the server is at when it is killed: its calls have no answer. */
    private record Hands(
            RequestSteps steps, URI node, WithheldAnswers store, ExecutorService threads) {

        KilledNode full() throws Exception {
            Future<Policy> marked =
                    threads.submit(() -> policy(store::after, command("begin_apply")));
            Future<Policy> put = threads.submit(() -> policy(store::before, command("apply")));
            Future<String> granted = threads.submit(() -> role(store::before, command("apply")));
            String saved = role(store::after, command("apply"));
            Policy begun = marked.get();
            Policy made = put.get();
            String opened = granted.get();
            String approved = role(store::after, command("approve").or(command("begin_apply")));
            assertThat(List.of(begun.request(), made.request(), opened))
                    .allSatisfy(id -> assertThat(steps.state(id)).isEqualTo("applying"));
            StoredTruth truth = StoredTruth.of(steps.stack());
            assertThat(truth.puts(begun.policy())).isZero();
            assertThat(truth.puts(made.policy())).isOne();
            assertThat(truth.grants(opened)).hasSize(1);
            return new KilledNode(approved, begun, made, opened, saved);
        }

        /** The transaction that stores what such a command made. */
        private static Predicate<String> command(String name) {
            return has("TransactWriteItems").and(has("\"command\":{\"S\":\"" + name + "\"}"));
        }

        private String role(
                Function<Predicate<String>, CompletableFuture<Void>> stop, Predicate<String> step)
                throws Exception {
            return insisting(
                    () -> stopped(RequestSteps.forAnHour(), id -> stop.apply(step.and(has(id)))));
        }

        private Policy policy(
                Function<Predicate<String>, CompletableFuture<Void>> stop, Predicate<String> step)
                throws Exception {
            return insisting(
                    () -> {
                        String name = RequestSteps.name();
                        return stopped(
                                        RequestSteps.policy(name),
                                        id -> stop.apply(step.and(has(id))))
                                .map(request -> new Policy(request, name));
                    });
        }

        /** The other server may be faster: it too looks at what is due. */
        private <T> T insisting(Callable<Optional<T>> once) throws Exception {
            for (int i = 0; i < TRIES; i++) {
                Optional<T> stopped = once.call();
                if (stopped.isPresent()) {
                    return stopped.get();
                }
            }
            throw new AssertionError("the other server was faster each time");
        }

        private Optional<String> stopped(
                String change, Function<String, CompletableFuture<Void>> trap) throws Exception {
            JsonNode request = steps.ask(change);
            String id = RequestSteps.id(request);
            CompletableFuture<Void> caught = trap.apply(id);
            Person approver = steps.approver().at(() -> node);
            Future<Reply> decision = threads.submit(() -> RequestSteps.approve(approver, request));
            await().atMost(SOON)
                    .until(
                            () ->
                                    caught.isDone()
                                            || (decision.isDone()
                                                    && isApplied(decision.get(), id)));
            return isDone(caught) ? Optional.of(id) : Optional.empty();
        }

        private boolean isApplied(Reply decision, String id) {
            decision.must(200);
            return steps.state(id).equals("applied");
        }
    }

    /** The state is seen a moment before the trap knows. */
    private static boolean isDone(CompletableFuture<Void> caught)
            throws ExecutionException, InterruptedException {
        try {
            caught.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException otherWasFaster) {
            return false;
        }
    }

    private static Predicate<String> has(String words) {
        return call -> call.contains(words);
    }
}
