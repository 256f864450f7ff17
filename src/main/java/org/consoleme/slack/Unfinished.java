package org.consoleme.slack;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could not be done because somebody was away or asked to wait: this node tries it again at
 * each turn, and none of it stands in the way of the rest. Named work is kept until it is done, and
 * comes first; an answer to somebody is kept for a few minutes, and only so many. What must outlive
 * the node belongs in the outbox.
 */
@Single
public class Unfinished {
    private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);
    private static final int MOST_ANSWERS = 50;

    /** Nobody waits longer for an answer. */
    private static final Duration ANSWER_LIFE = Duration.ofMinutes(5);

    /** A mistake of ours may have to do with the moment, and is not tried for ever. */
    private static final int MOST_FAILURES = 10;

    private final Map<String, Left> named = new ConcurrentHashMap<>();
    private final Queue<Left> answers = new ConcurrentLinkedQueue<>();
    private final Clock clock;

    /**
     * @param failures how often it failed by a mistake of ours
     * @param until when it is tried no more
     */
    private record Left(String name, Runnable step, int failures, Instant until) {}

    @Inject
    public Unfinished(Clock clock) {
        this.clock = clock;
    }

    /**
     * Does it now, or later. What cannot be done at all is logged; nothing is thrown.
     *
     * @param name the same for what is the same thing: the latest counts. There are as many as
     *     there are things to see to
     */
    public void attempt(String name, Runnable step) {
        tried(new Left(name, step, 0, Instant.MAX))
                .ifPresentOrElse(rest -> named.put(name, rest), () -> named.remove(name));
    }

    /** Does it now, or in the next few minutes; nothing is thrown. */
    void answer(Runnable step) {
        tried(answerOf(step)).ifPresent(this::keep);
    }

    /** Does it at the next turn, unless there is too much to answer; nothing is thrown. */
    public void later(Runnable step) {
        if (answers.size() < MOST_ANSWERS) {
            answers.add(answerOf(step));
        }
    }

    private Left answerOf(Runnable step) {
        return new Left("answer", step, 0, clock.instant().plus(ANSWER_LIFE));
    }

    /** Where there are too many, the oldest goes. */
    private void keep(Left answer) {
        answers.add(answer);
        while (answers.size() > MOST_ANSWERS && answers.poll() != null) {
            LOG.atWarn().addKeyValue("most", MOST_ANSWERS).log("slack answer dropped: too many");
        }
    }

    /**
     * @return what is to be tried again
     */
    private Optional<Left> tried(Left now) {
        try {
            now.step().run();
            return Optional.empty();
        } catch (ProblemException e) {
            boolean again = mayPass(e.problem()) && clock.instant().isBefore(now.until());
            LOG.atWarn()
                    .addKeyValue("work", now.name())
                    .addKeyValue("problem", e.problem().sentence())
                    .addKeyValue("again", again)
                    .log("slack work not finished");
            return again ? Optional.of(now) : Optional.empty();
        } catch (RuntimeException e) {
            Left rest = new Left(now.name(), now.step(), now.failures() + 1, now.until());
            boolean again =
                    rest.failures() < MOST_FAILURES && clock.instant().isBefore(now.until());
            LOG.atError()
                    .addKeyValue("work", now.name())
                    .addKeyValue("again", again)
                    .setCause(e)
                    .log("slack work failed");
            return again ? Optional.of(rest) : Optional.empty();
        }
    }

    private static boolean mayPass(Problem problem) {
        return problem instanceof Problem.Unavailable || problem instanceof Problem.TooMany;
    }

    /** Tries everything that is left; what came under the same name meanwhile stays. */
    public void turn() {
        Map.copyOf(named)
                .forEach(
                        (name, was) ->
                                tried(was)
                                        .ifPresentOrElse(
                                                rest -> named.replace(name, was, rest),
                                                () -> named.remove(name, was)));
        for (int i = answers.size(); i > 0; i--) {
            Optional.ofNullable(answers.poll()).flatMap(this::tried).ifPresent(this::keep);
        }
    }
}
