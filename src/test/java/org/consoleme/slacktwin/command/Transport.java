package org.consoleme.slacktwin.command;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** A way to the app: its request URL, or one of its sockets. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends, and waits for the whole answer.
     *
     * @throws TimeoutException after {@link AppEndpoint#PATIENCE}
     * @throws IOException if the app cannot be reached or breaks off
     */
    AppReply send(SignedRequest signed) throws IOException, TimeoutException;
}
