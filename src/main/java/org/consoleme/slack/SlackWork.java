package org.consoleme.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.consoleme.identity.OpaqueId;
import org.consoleme.shared.OnceStore;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.verify.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work behind the acknowledgement: at once acknowledged, done once, answered to the asker
 * alone. A second copy of a request has no effect, on this node or another.
 */
@Single
public class SlackWork {
    private static final Logger LOG = LoggerFactory.getLogger(SlackWork.class);

    /** Longer than a signature can be used: five minutes either way. */
    private static final Duration MEMORY = Duration.ofMinutes(11);

    private static final int MOST_REMEMBERED = 100_000;

    /** Slack waits for three seconds. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ManagedExecutorService executor;
    private final OnceStore once;
    private final SlackAnswers answers;
    private final SlackProblems problems;
    private final Refusals refusals;
    private final MeterRegistry meters;
    private final Cache<String, Boolean> seenHere =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST_REMEMBERED).build();

    @Inject
    public SlackWork(
            ManagedExecutorService executor,
            OnceStore once,
            SlackAnswers answers,
            SlackProblems problems,
            Refusals refusals,
            MeterRegistry meters) {
        this.executor = executor;
        this.once = once;
        this.answers = answers;
        this.problems = problems;
        this.refusals = refusals;
        this.meters = meters;
    }

    /**
     * @param work a message without blocks says nothing
     * @return false if there is no room for more work: tell the asker to try again
     */
    public boolean begin(SlackCall call, Function<SlackCall, SlackMessage> work) {
        try {
            executor.execute(() -> run(call, work));
            acknowledged("taken");
            return true;
        } catch (RejectedExecutionException e) {
            acknowledged("busy");
            LOG.warn("slack work rejected: busy");
            return false;
        }
    }

    /**
     * Work that nobody waits for, and that comes again if it is not acknowledged.
     *
     * @param onceOnly identifies what happened: a second copy has no effect
     * @return false if there is no room for more work
     */
    public boolean begin(String onceOnly, Runnable work) {
        try {
            executor.execute(() -> run(onceOnly, work));
            acknowledged("taken");
            return true;
        } catch (RejectedExecutionException e) {
            acknowledged("busy");
            LOG.warn("slack work rejected: busy");
            return false;
        }
    }

    private void run(String onceOnly, Runnable work) {
        try {
            if (firstTime(onceOnly)) {
                work.run();
            } else {
                meters.counter("consoleme.slack.repeated").increment();
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("slack event failed");
        }
    }

    /** Answers the one who did it with what {@code work} says, or with why it could not. */
    public void answer(SlackCall call, Function<SlackCall, SlackMessage> work) {
        answers.answer(call, timed(call, work));
    }

    /**
     * Work whose result is the acknowledgement itself.
     *
     * @return {@code late} if it is not there within two seconds, or there is no room for it
     */
    public <T> T soon(Supplier<T> work, T late) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            executor.execute(
                    () -> {
                        try {
                            result.complete(work.get());
                        } catch (RuntimeException e) {
                            result.completeExceptionally(e);
                        }
                    });
            T made = result.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
            acknowledged("taken");
            return made;
        } catch (RejectedExecutionException | TimeoutException e) {
            acknowledged("busy");
            return late;
        } catch (ExecutionException e) {
            LOG.atError().setCause(e.getCause()).log("slack suggestion failed");
            return late;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late;
        }
    }

    private void acknowledged(String outcome) {
        meters.counter("consoleme.slack.acks", "outcome", outcome).increment();
    }

    private void run(SlackCall call, Function<SlackCall, SlackMessage> work) {
        if (firstTime(call.once())) {
            answer(call, work);
        } else {
            refusals.refused("Replay", call.key());
        }
    }

    private SlackMessage timed(SlackCall call, Function<SlackCall, SlackMessage> work) {
        Timer.Sample begun = Timer.start(meters);
        try {
            return message(call, work);
        } finally {
            begun.stop(meters.timer("consoleme.slack.work"));
        }
    }

    private SlackMessage message(SlackCall call, Function<SlackCall, SlackMessage> work) {
        try {
            return work.apply(call);
        } catch (ProblemException e) {
            return problems.draw(e.problem());
        } catch (RuntimeException e) {
            String incident = OpaqueId.make();
            LOG.atError().setCause(e).addKeyValue("incident", incident).log("slack command failed");
            return problems.incident(incident);
        }
    }

    /** The shared memory says; when it does not answer, this node's own does. */
    private boolean firstTime(String what) {
        String digest = digest(what);
        boolean newHere = seenHere.asMap().putIfAbsent(digest, true) == null;
        try {
            return newHere && once.firstTime("slack:" + digest, MEMORY);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Unavailable) {
                return newHere;
            }
            throw e;
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
