package org.consoleme.bench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** What has arrived on one connection and is not yet taken; grows with the largest message. */
final class Inbox {
    private static final int FIRST = 16 * 1024;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST);

    /** Reads what is there; false at the end of the connection. */
    boolean fill(SocketChannel channel) throws IOException {
        if (!buffer.hasRemaining()) {
            ByteBuffer larger = ByteBuffer.allocate(buffer.capacity() * 2);
            buffer.flip();
            larger.put(buffer);
            buffer = larger;
        }
        return channel.read(buffer) >= 0;
    }

    Optional<Message> next() {
        buffer.flip();
        Optional<Message> message = Message.cut(buffer);
        buffer.compact();
        return message;
    }

    boolean awaitsContinue() {
        buffer.flip();
        boolean awaits = Message.awaitsContinue(buffer);
        buffer.compact();
        return awaits;
    }
}
