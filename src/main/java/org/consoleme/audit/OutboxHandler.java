package org.consoleme.audit;

/** Makes the events of one kind happen. */
public interface OutboxHandler {

    OutboxEvent.Kind kind();

    /**
     * Makes it happen, or finds that it has. Runs again after a failure, and may run on two nodes
     * at once.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} or {@code TooMany} to be
     *     called again after the time they name; anything else is tried again too, less and less
     *     often, and logged
     */
    void handle(OutboxEvent event);
}
