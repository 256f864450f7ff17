package org.consoleme.slacktwin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Guard;
import org.consoleme.slacktwin.http.Reply;

/** An app in a few lines: records what Slack sends, and answers what the test says. */
final class FakeApp implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    FakeApp(Function<Call, Reply> answer) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                            0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/slack/events",
                new Guard(
                        call -> {
                            calls.add(call);
                            return answer.apply(call);
                        }));
        server.setExecutor(threads);
        server.start();
    }

    static FakeApp acknowledging() {
        return new FakeApp(call -> Reply.plain(200, ""));
    }

    URI requestUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
