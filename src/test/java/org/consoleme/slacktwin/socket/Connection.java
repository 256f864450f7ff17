package org.consoleme.slacktwin.socket;

import java.io.IOException;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One web socket that the app holds open. */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Socket socket;
    private final Frames frames;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.frames = new Frames(socket.getInputStream(), socket.getOutputStream());
    }

    Frames frames() {
        return frames;
    }

    /** Sends; answers whether the connection took it. */
    boolean send(String text) {
        try {
            frames.write(text);
            return true;
        } catch (IOException e) {
            breakOff();
            return false;
        }
    }

    /** Ends the connection in good order. */
    void close() {
        try {
            frames.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("socket was gone already");
        }
        breakOff();
    }

    /** Ends the connection without a word, as a network does. */
    void breakOff() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("socket was gone already");
        }
    }
}
