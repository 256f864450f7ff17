package org.consoleme.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Stands between a server and its store: hands calls on, and withholds the answers that it is told
 * to until it is closed. Whoever is killed meanwhile never learned what became of the call.
 */
public final class WithheldAnswers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    /** About one connection, and not about what is said on it. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding");

    private final URI behind;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * @param before the call is not even carried out
     * @param caught once a call that fits waits for its answer
     */
    private record Trap(Predicate<String> call, boolean before, CompletableFuture<Void> caught) {}

    public WithheldAnswers(URI behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * The first such call that succeeds is carried out and never answered; when it is repeated, it
     * is not carried out again.
     *
     * @param call fits the call's action, a line feed, and its body
     * @return done when that is so
     */
    public CompletableFuture<Void> after(Predicate<String> call) {
        return trap(call, false);
    }

    /** Such calls are neither carried out nor answered. */
    public CompletableFuture<Void> before(Predicate<String> call) {
        return trap(call, true);
    }

    private CompletableFuture<Void> trap(Predicate<String> call, boolean before) {
        Trap trap = new Trap(call, before, new CompletableFuture<>());
        traps.add(trap);
        return trap.caught();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String call = action + "\n" + new String(body, StandardCharsets.UTF_8);
            Optional<Trap> trap = traps.stream().filter(one -> one.call().test(call)).findFirst();
            boolean carriedOut =
                    trap.filter(one -> one.before() || one.caught().isDone()).isEmpty();
            Optional<HttpResponse<byte[]>> answer =
                    carriedOut ? Optional.of(passOn(exchange, body)) : Optional.empty();
            if (trap.isPresent() && answer.filter(it -> it.statusCode() != OK).isEmpty()) {
                trap.get().caught().complete(null);
                closing.await();
            } else {
                answer(exchange, answer.orElseThrow());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> passOn(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                        .timeout(PATIENCE)
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!isOfTheConnection(name)) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!isOfTheConnection(name)) {
                                headers.put(name, values);
                            }
                        });
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body());
    }

    private static boolean isOfTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
