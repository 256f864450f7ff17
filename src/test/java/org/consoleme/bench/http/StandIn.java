package org.consoleme.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server of one thread that keeps connections alive and answers after a while, or at once. */
public final class StandIn implements AutoCloseable {
    private static final ByteBuffer CONTINUE =
            ByteBuffer.wrap("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    private final Function<Message, Reply> answers;
    private final ServerSocketChannel listener;
    private final Selector selector;
    private final PriorityQueue<Late> late =
            new PriorityQueue<>(Comparator.comparingLong(Late::dueNanos));
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param after how long after the request has arrived; whole milliseconds
     */
    public record Reply(int status, String type, String body, Duration after) {
        public static Reply of(String type, String body) {
            return new Reply(200, type, body, Duration.ZERO);
        }

        public Reply after(Duration delay) {
            return new Reply(status, type, body, delay);
        }

        public Reply status(int other) {
            return new Reply(other, type, body, after);
        }

        private ByteBuffer bytes() {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            byte[] head =
                    ("HTTP/1.1 "
                                    + status
                                    + " .\r\nContent-Type: "
                                    + type
                                    + "\r\nContent-Length: "
                                    + content.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.allocate(head.length + content.length).put(head).put(content).flip();
        }
    }

    private record Late(long dueNanos, SocketChannel to, ByteBuffer bytes) {}

    public StandIn(Function<Message, Reply> answers) throws IOException {
        this.answers = answers;
        this.selector = Selector.open();
        this.listener =
                ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        thread = Thread.ofPlatform().name("stand-in").daemon().start(this::run);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.socket().getLocalPort());
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::ready, untilNext());
                sendDue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 waits for ever. */
    private long untilNext() {
        if (late.isEmpty()) {
            return 0;
        }
        long nanos = late.peek().dueNanos() - System.nanoTime();
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
    }

    private void sendDue() throws IOException {
        while (!late.isEmpty() && late.peek().dueNanos() - System.nanoTime() <= 0) {
            Late reply = late.poll();
            send(reply.to(), reply.bytes());
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                SocketChannel accepted = listener.accept();
                accepted.configureBlocking(false);
                accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
                accepted.register(selector, SelectionKey.OP_READ, new Inbox());
            } else {
                read(key);
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        Inbox inbox = (Inbox) key.attachment();
        if (!inbox.fill(channel)) {
            channel.close();
            return;
        }
        List<Message> requests = new ArrayList<>();
        for (Optional<Message> m = inbox.next(); m.isPresent(); m = inbox.next()) {
            requests.add(m.get());
        }
        if (requests.isEmpty() && inbox.awaitsContinue()) {
            send(channel, CONTINUE.duplicate());
        }
        for (Message request : requests) {
            Reply reply = answers.apply(request);
            if (reply.after().isZero()) {
                send(channel, reply.bytes());
            } else {
                late.add(
                        new Late(
                                System.nanoTime() + reply.after().toNanos(),
                                channel,
                                reply.bytes()));
            }
        }
    }

    /** Answers are small: they fit into the socket's buffer, so this never spins for long. */
    private static void send(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (to.isOpen() && bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
