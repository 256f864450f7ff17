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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/**
 * Callers on connections that stay open, each sending its next request when it has its answer; one
 * thread serves them all, so that the generator takes little of the machine.
 */
public final class Load {
    private static final long HIGHEST_MICROS = TimeUnit.SECONDS.toMicros(60);
    private static final int EXPECTED = 200;
    private static final long SILENCE_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private final URI server;
    private final int callers;
    private final IntFunction<byte[]> requests;
    private final Predicate<Message> wanted;
    private int sent;
    private Optional<Message> firstWrong = Optional.empty();

    /**
     * @param requests the bytes of the n-th request; asked once for each n from 0 up
     */
    public Load(URI server, int callers, IntFunction<byte[]> requests) {
        this(server, callers, requests, any -> true);
    }

    /**
     * @param wanted what a 200 answer has to be to count as one
     */
    public Load(URI server, int callers, IntFunction<byte[]> requests, Predicate<Message> wanted) {
        this.server = server;
        this.callers = callers;
        this.requests = requests;
        this.wanted = wanted;
    }

    /**
     * What came of it.
     *
     * @param micros time to the last byte received, of 200 answers
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
        private long sinceNanos;
    }

    /** The first answer that was not 200, for the report. */
    public Optional<Message> firstWrong() {
        return firstWrong;
    }

    /** Sends {@code count} requests, or as many as fit into {@code most}; nobody waits. */
    public Outcome run(int count, Duration most) throws IOException {
        return new Run(count, 0, most).outcome();
    }

    /**
     * The same at a rate. Each answer's time counts from when its request was due, so that waiting
     * for a free caller counts too.
     */
    public Outcome run(int count, int perSecond, Duration most) throws IOException {
        return new Run(count, TimeUnit.SECONDS.toNanos(1) / perSecond, most).outcome();
    }

    private final class Run {
        private final Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        private final Deque<SelectionKey> idle = new ArrayDeque<>();
        private final int end;
        private final long pauseNanos;
        private final long start = System.nanoTime();
        private final long deadline;
        private long due = start;
        private int wrong;
        private int waiting;

        private Run(int count, long pauseNanos, Duration most) {
            this.end = sent + count;
            this.pauseNanos = pauseNanos;
            this.deadline = start + most.toNanos();
        }

        private Outcome outcome() throws IOException {
            try (Selector selector = Selector.open()) {
                for (int i = 0; i < callers; i++) {
                    idle.add(connect(selector));
                }
                while (send() || waiting > 0) {
                    if (selector.select(pauseNanos > 0 ? 1 : SILENCE_MILLIS) == 0
                            && pauseNanos == 0) {
                        break;
                    }
                    for (SelectionKey key : selector.selectedKeys()) {
                        receive(key);
                    }
                    selector.selectedKeys().clear();
                }
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
            return new Outcome(
                    micros, wrong + waiting, Duration.ofNanos(System.nanoTime() - start));
        }

        /** False when there is nothing more to send. */
        private boolean send() throws IOException {
            long now = System.nanoTime();
            while (sent < end && now < deadline && !idle.isEmpty() && due <= now) {
                begin(idle.poll(), pauseNanos > 0 ? due : System.nanoTime());
                due += pauseNanos;
                waiting++;
            }
            return sent < end && now < deadline && waiting + idle.size() > 0;
        }

        private void receive(SelectionKey key) throws IOException {
            Connection connection = (Connection) key.attachment();
            boolean alive = connection.inbox.fill((SocketChannel) key.channel());
            Optional<Message> answer = connection.inbox.next();
            if (answer.isEmpty() && alive) {
                return;
            }
            waiting--;
            if (answer.filter(a -> a.status() == EXPECTED && wanted.test(a)).isPresent()) {
                long took = (System.nanoTime() - connection.sinceNanos) / 1000;
                micros.recordValue(Math.min(HIGHEST_MICROS, took));
            } else {
                wrong++;
                firstWrong = firstWrong.or(() -> answer);
            }
            if (alive) {
                idle.add(key);
            } else {
                key.channel().close();
            }
        }
    }

    private SelectionKey connect(Selector selector) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel.register(selector, SelectionKey.OP_READ, new Connection());
    }

    private void begin(SelectionKey key, long sinceNanos) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(requests.apply(sent));
        sent++;
        ((Connection) key.attachment()).sinceNanos = sinceNanos;
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
