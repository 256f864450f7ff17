package org.consoleme.slacktwin.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.slacktwin.api.ApiRefusal;
import org.consoleme.slacktwin.workspace.Message;

/** What Slack makes of the app's answer to one request. */
public interface Reception {

    /**
     * Reads an answer with status 200.
     *
     * @return what to do about it; done after the answer stands in the outbound log
     * @throws ApiRefusal if Slack would not take the answer
     */
    Supplier<Optional<Message>> taken(AppReply reply);

    /** Tells the person that the app failed, and answers the message that says so, if any. */
    Optional<Message> failed(String error);

    /** What the person hears when Slack does not take the answer. */
    default String refused(ApiRefusal refusal) {
        return refusal.error();
    }

    /** An answer that nobody looks at. */
    static Reception none() {
        return new Reception() {
            @Override
            public Supplier<Optional<Message>> taken(AppReply reply) {
                return Optional::empty;
            }

            @Override
            public Optional<Message> failed(String error) {
                return Optional.empty();
            }
        };
    }
}
