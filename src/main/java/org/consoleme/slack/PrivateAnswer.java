package org.consoleme.slack;

import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer on its way to one person, to be tried again by who holds it: privately in the
 * conversation or the thread where they were, or, if Slack does not take it there, in a direct
 * message. What Slack may have taken without saying so is sent once more, and then never again.
 */
final class PrivateAnswer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateAnswer.class);

    private final SlackPosts posts;
    private final SlackCall call;
    private final SlackMessage message;
    private Optional<String> beside;
    private boolean mayBeHeard;

    PrivateAnswer(SlackPosts posts, SlackCall call, SlackMessage message) {
        this.posts = posts;
        this.call = call;
        this.message = message;
        beside = call.where().channel();
    }

    /**
     * @throws ProblemException why it is to be tried again, or never arrives
     */
    @Override
    public void run() {
        if (beside.isPresent() && whispered(beside.get())) {
            return;
        }
        String direct = posts.direct(call.user());
        send(() -> posts.post(direct, message));
    }

    /** Not in a channel that they have left, or that is gone, nor while Slack throttles that. */
    private boolean whispered(String channel) {
        try {
            send(() -> posts.whisper(channel, call.where().thread(), call.user(), message));
            return true;
        } catch (ProblemException e) {
            if (mayStand(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("problem", e.problem().getClass().getSimpleName())
                    .log("slack answer goes to a direct message");
            beside = Optional.empty();
            return false;
        }
    }

    /** Returns as well when it is given up. */
    private void send(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            if (mayStand(e) && mayBeHeard) {
                LOG.atWarn().setCause(e).log("slack answer given up: it may have been heard twice");
                return;
            }
            mayBeHeard |= mayStand(e);
            throw e;
        }
    }

    /** Whether Slack may have taken it. */
    private static boolean mayStand(RuntimeException e) {
        return !(e instanceof ProblemException problem)
                || problem.problem() instanceof Problem.Unavailable;
    }
}
