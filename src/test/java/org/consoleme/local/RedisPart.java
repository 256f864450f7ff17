package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A real Redis, from the binary in the embedded-redis jar; it appends every write to a file. */
final class RedisPart {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int MILLIS = 1000;

    private RedisPart() {}

    static void start(StackRun run) {
        StackSettings settings = run.settings();
        StateFolder state = run.state();
        int port = settings.ports().redis();
        Child redis =
                Child.start(
                        "redis",
                        List.of(
                                binary(state.folder("bin")).toString(),
                                "--bind",
                                "127.0.0.1",
                                "--port",
                                Integer.toString(port),
                                "--dir",
                                state.folder("redis").toString(),
                                "--appendonly",
                                "yes",
                                "--save",
                                "",
                                "--daemonize",
                                "no"),
                        settings.inherited(),
                        run);
        Waiting.until(redis, DEADLINE, () -> answersPing(port));
    }

    private static Path binary(Path folder) {
        try {
            return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Anything but PONG is a Redis that still loads its file. */
    private static boolean answersPing(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII)
                    .equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }
}
