package org.consoleme.slack;

import java.util.Optional;
import org.consoleme.identity.SlackKey;

/**
 * One command, click or submission that the verifier let through: ids, words and where to answer.
 * Names and other display data are left out, because nothing may be decided by them.
 *
 * @param text what was typed after the command, the value of the button, or what a modal carries;
 *     not to be trusted
 * @param once identifies what was done, so that a second copy has no effect
 */
public record SlackCall(
        String team,
        Optional<String> enterprise,
        String user,
        String text,
        Where where,
        String once) {

    public SlackKey key() {
        return new SlackKey(enterprise.orElse(team), user);
    }

    /** The message that was clicked; empty for commands and modals. */
    public Optional<SlackPlace> message(SlackTenant tenant) {
        return where.channel()
                .flatMap(
                        channel ->
                                where.message()
                                        .map(ts -> new SlackPlace(tenant.home(), channel, ts)));
    }

    /** The same, answered in another conversation. */
    public SlackCall in(String channel) {
        return new SlackCall(team, enterprise, user, text, Where.in(channel), once);
    }

    @Override
    public String toString() {
        return "SlackCall[key=" + key() + "]";
    }

    /**
     * Where it was done, and how to answer there.
     *
     * @param responseUrl as good as a key: never logged, never stored
     * @param trigger opens a modal within three seconds; never logged
     * @param channel the conversation's id
     * @param message the timestamp of the message that was clicked
     * @param thread the timestamp of the first message of the thread to answer in
     */
    public record Where(
            Optional<String> responseUrl,
            Optional<String> trigger,
            Optional<String> channel,
            Optional<String> message,
            Optional<String> thread) {
        public static final Where NOWHERE =
                new Where(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        public static Where at(String responseUrl) {
            return new Where(
                    Optional.of(responseUrl),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** A conversation without an address to answer to. */
        public static Where in(String channel) {
            return new Where(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(channel),
                    Optional.empty(),
                    Optional.empty());
        }

        /** A thread there. */
        public static Where in(String channel, String thread) {
            return new Where(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(channel),
                    Optional.empty(),
                    Optional.of(thread));
        }

        @Override
        public String toString() {
            return "Where[]";
        }
    }
}
