package org.consoleme.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Callers on connections that stay open, each sending its next request when it has its answer; one
 * thread serves them all, so that the generator takes little of the machine.
 */
public final class Load {
    private static final long HIGHEST_MICROS = TimeUnit.SECONDS.toMicros(60);
    private static final int EXPECTED = 200;

    private final URI server;
    private final int callers;
    private final IntFunction<byte[]> requests;
    private int sent;
    private Optional<Message> firstWrong = Optional.empty();

    /**
     * @param requests the bytes of the n-th request; asked once for each n from 0 up
     */
    public Load(URI server, int callers, IntFunction<byte[]> requests) {
        this.server = server;
        this.callers = callers;
        this.requests = requests;
    }

    /**
     * What came of it.
     *
     * @param micros time from the first byte sent to the last byte received, of 200 answers
     * @param wrong answers with another status, or connections that broke
     */
    public record Outcome(Histogram micros, int wrong, Duration took) {
        public double perSecond() {
            return micros.getTotalCount() / (took.toNanos() / 1e9);
        }

        public double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }
    }

    private static final class Connection {
        private final Inbox inbox = new Inbox();
        private long sentNanos;
    }

    /** The first answer that was not 200, for the report. */
    public Optional<Message> firstWrong() {
        return firstWrong;
    }

    /** Sends {@code count} requests, or as many as fit into {@code most}. */
    public Outcome run(int count, Duration most) throws IOException {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        int wrong = 0;
        int open = callers;
        int end = sent + count;
        long start = System.nanoTime();
        long deadline = start + most.toNanos();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < callers; i++) {
                begin(connect(selector));
            }
            while (open > 0 && selector.select(TimeUnit.SECONDS.toMillis(60)) > 0) {
                for (SelectionKey key : selector.selectedKeys()) {
                    Connection connection = (Connection) key.attachment();
                    boolean alive = connection.inbox.fill((SocketChannel) key.channel());
                    Optional<Message> answer = connection.inbox.next();
                    if (answer.isEmpty() && alive) {
                        continue;
                    }
                    long now = System.nanoTime();
                    if (answer.filter(a -> a.status() == EXPECTED).isPresent()) {
                        micros.recordValue(
                                Math.min(HIGHEST_MICROS, (now - connection.sentNanos) / 1000));
                    } else {
                        wrong++;
                        firstWrong = firstWrong.or(() -> answer);
                    }
                    if (sent < end && now < deadline && alive) {
                        begin(key);
                    } else {
                        key.channel().close();
                        open--;
                    }
                }
                selector.selectedKeys().clear();
            }
        }
        return new Outcome(micros, wrong + open, Duration.ofNanos(System.nanoTime() - start));
    }

    private SelectionKey connect(Selector selector) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel.register(selector, SelectionKey.OP_READ, new Connection());
    }

    private void begin(SelectionKey key) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(requests.apply(sent));
        sent++;
        ((Connection) key.attachment()).sentNanos = System.nanoTime();
        SocketChannel channel = (SocketChannel) key.channel();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** A whole request. */
    public static byte[] request(String firstLine, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                firstLine
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + headers
                        + "Content-Length: "
                        + bytes.length
                        + "\r\n\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(first.length + bytes.length).put(first).put(bytes).array();
    }
}
