package org.consoleme.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** A real Redis on loopback, started once per JVM on a free port; empty before each test. */
public final class RedisServerExtension implements BeforeAllCallback, BeforeEachCallback {
    private static RedisServer server;
    private static int port;

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        try (Jedis redis = new Jedis("127.0.0.1", port())) {
            redis.flushAll();
        }
    }

    public static int port() {
        start();
        return port;
    }

    private static synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            port = freePort();
            server = server(port);
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(RedisServerExtension::stop));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Another one, for tests that take it down. */
    public static RedisServer server(int port) throws IOException {
        return RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void stop() {
        try {
            server.stop();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
