package org.consoleme.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A filter and a servlet behind a real socket on loopback. */
final class ServletAdapter implements AutoCloseable {
    private static final String PATH = "/slack/events";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Filter filter;
    private final Servlet servlet;

    ServletAdapter(Filter filter, Servlet servlet) {
        this.filter = filter;
        this.servlet = servlet;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                            0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        HttpServletRequest request =
                ServletStub.request(
                        exchange.getRequestMethod(),
                        exchange.getRequestHeaders(),
                        length == null ? -1 : Long.parseLong(length),
                        exchange.getRequestBody());
        ServletStub.Answer answer = new ServletStub.Answer();
        try (exchange) {
            filter.doFilter(request, answer.response(), servlet::service);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
