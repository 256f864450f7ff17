package org.consoleme.slack;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could not be done because somebody was away or asked to wait: this node tries it again at
 * each turn until it is done, and none of it stands in the way of the rest. What must outlive the
 * node belongs in the outbox.
 */
@Single
public class Unfinished {
    private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);
    private static final int MOST = 200;

    /** A mistake of ours may have to do with the moment, and is not tried for ever. */
    private static final int MOST_FAILURES = 10;

    private final Map<String, Left> left = new ConcurrentHashMap<>();

    /**
     * @param failures how often it failed by a mistake of ours
     */
    private record Left(Runnable step, int failures) {}

    @Inject
    public Unfinished() {
        // what is left comes by itself
    }

    /**
     * Does it now, or later. What cannot be done at all is logged; nothing is thrown.
     *
     * @param name the same for what is the same thing: the latest counts
     */
    public void attempt(String name, Runnable step) {
        Optional<Left> rest = tried(name, new Left(step, 0));
        if (rest.isPresent() && (left.size() < MOST || left.containsKey(name))) {
            left.put(name, rest.get());
        } else {
            left.remove(name);
        }
    }

    /**
     * @return what is to be tried again
     */
    private static Optional<Left> tried(String name, Left now) {
        try {
            now.step().run();
            return Optional.empty();
        } catch (ProblemException e) {
            boolean again = mayPass(e.problem());
            LOG.atWarn()
                    .addKeyValue("work", name)
                    .addKeyValue("problem", e.problem().sentence())
                    .addKeyValue("again", again)
                    .log("slack work not finished");
            return again ? Optional.of(now) : Optional.empty();
        } catch (RuntimeException e) {
            boolean again = now.failures() + 1 < MOST_FAILURES;
            LOG.atError()
                    .addKeyValue("work", name)
                    .addKeyValue("again", again)
                    .setCause(e)
                    .log("slack work failed");
            return again ? Optional.of(new Left(now.step(), now.failures() + 1)) : Optional.empty();
        }
    }

    private static boolean mayPass(Problem problem) {
        return problem instanceof Problem.Unavailable || problem instanceof Problem.TooMany;
    }

    /** Tries everything that is left; what came under the same name meanwhile stays. */
    public void turn() {
        Map.copyOf(left)
                .forEach(
                        (name, was) ->
                                tried(name, was)
                                        .ifPresentOrElse(
                                                rest -> left.replace(name, was, rest),
                                                () -> left.remove(name, was)));
    }
}
