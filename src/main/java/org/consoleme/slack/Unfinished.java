package org.consoleme.slack;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could not be done because somebody was away or asked to wait: this node tries it again at
 * each turn until it is done. What must outlive the node belongs in the outbox.
 */
@Single
public class Unfinished {
    private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);
    private static final int MOST = 200;

    private final Map<String, Runnable> left = new ConcurrentHashMap<>();

    @Inject
    public Unfinished() {
        // what is left comes by itself
    }

    /**
     * Does it now, or later. What cannot be done at all is logged; nothing is thrown for a {@link
     * Problem}.
     *
     * @param name the same for what is the same thing: the latest counts
     */
    public void attempt(String name, Runnable step) {
        try {
            step.run();
            left.remove(name);
        } catch (ProblemException e) {
            boolean again = mayPass(e.problem()) && (left.size() < MOST || left.containsKey(name));
            LOG.atWarn()
                    .addKeyValue("work", name)
                    .addKeyValue("problem", e.problem().sentence())
                    .addKeyValue("again", again)
                    .log("slack work not finished");
            if (again) {
                left.put(name, step);
            } else {
                left.remove(name);
            }
        }
    }

    private static boolean mayPass(Problem problem) {
        return problem instanceof Problem.Unavailable || problem instanceof Problem.TooMany;
    }

    /** Tries everything that is left. */
    public void turn() {
        Map.copyOf(left).forEach(this::attempt);
    }
}
