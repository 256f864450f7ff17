package org.consoleme.slack;

import java.util.Optional;
import org.consoleme.identity.SlackKey;

/**
 * One command or click that the verifier let through: ids, words and where to answer. Names and
 * other display data are left out, because nothing may be decided by them.
 *
 * @param text what was typed after the command, or the value of the button; not to be trusted
 * @param signature identifies the request, so that a second copy has no effect
 * @param responseUrl as good as a key: never logged, never stored
 */
public record SlackCall(
        String team,
        Optional<String> enterprise,
        String user,
        String text,
        String responseUrl,
        String signature) {

    public SlackKey key() {
        return new SlackKey(enterprise.orElse(team), user);
    }

    @Override
    public String toString() {
        return "SlackCall[key=" + key() + "]";
    }
}
