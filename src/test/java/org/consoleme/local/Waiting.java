package org.consoleme.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for a process to answer: polls, up to a deadline, and gives up at once when it has ended.
 */
final class Waiting {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private Waiting() {}

    /**
     * @throws LocalStackException with the log's last lines, if it ends or stays silent
     */
    static void until(Child child, Duration deadline, Callable<Boolean> answers) {
        until(child, deadline, answers, NOTHING);
    }

    /**
     * @param hopeless what the log says of a process that lives on and will never answer
     * @throws LocalStackException with the log's last lines, if it ends, stays silent or says so
     */
    static void until(Child child, Duration deadline, Callable<Boolean> answers, Pattern hopeless) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(deadline)
                    .until(
                            () ->
                                    !child.isAlive()
                                            || answers.call()
                                            || child.logLine(hopeless).isPresent());
        } catch (ConditionTimeoutException e) {
            throw new LocalStackException(
                    "%s did not answer within %d s; the end of its log:%n%s"
                            .formatted(child.name(), deadline.toSeconds(), child.lastLines()),
                    e);
        }
        child.requireAlive();
        child.logLine(hopeless)
                .ifPresent(
                        line -> {
                            throw new LocalStackException(
                                    "%s did not start: %s%nThe end of its log:%n%s"
                                            .formatted(child.name(), line, child.lastLines()));
                        });
    }

    static boolean connects(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    (int) CONNECT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answersOk(URI address) throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .build()) {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }
}
