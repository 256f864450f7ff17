package org.consoleme.it.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.consoleme.testing.BesideOthers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Started on the stores and the configuration of a real ConsoleMe, the server answers what that
 * ConsoleMe was asked, with the same meaning, in the same order.
 */
@BesideOthers
class ReplayIT {
    private static final List<Exchange> EXCHANGES = Exchange.all();

    /** The recorded challenge, which its own approval used up. */
    private static final String CHALLENGE = "cc854bf7-a142-4f93-8d4a-4601e9cb6d60";

    private static final String NONCE = "10723ed3-dfec-4fe8-8a7b-3c5c5be794d4";
    private static final String FEDERATION = "http://127.0.0.1:18020/federation";

    @TempDir private static Path folder;
    private static RecordedServer server;
    private String approval = "";
    private String polling = "";
    private String nonce = "";

    @BeforeAll
    static void startServer() {
        server = RecordedServer.start(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedExchangeMeansTheSameOrDiffersAsWanted() {
        return EXCHANGES.stream()
                .map(each -> dynamicTest(each.number() + " " + each.name(), () -> replay(each)));
    }

    @Test
    void everyDifferenceIsOfARecordedExchangeWhoseRouteIsThere() {
        assertThat(EXCHANGES.stream().filter(each -> NotYet.reason(each).isEmpty()))
                .extracting(Exchange::number)
                .containsAll(Differences.numbers());
    }

    private void replay(Exchange exchange) {
        Answer ours = send(exchange);
        assertThat(ours.status()).as(server::faults).isLessThan(500);
        if (NotYet.reason(exchange).isPresent()) {
            assertThat(ours.status() == 404 || ours.status() == 405 || ours.family().equals("html"))
                    .as("%s is not there yet, and says so: %s", exchange.route(), ours)
                    .isTrue();
            return;
        }
        Differences.of(exchange)
                .ifPresentOrElse(
                        wanted -> wanted.check().hold(exchange, ours),
                        () -> Meaning.same(exchange, ours));
    }

    private Answer send(Exchange exchange) {
        if (!exchange.route().contains(CHALLENGE)) {
            return here(server.send(exchange));
        }
        if (approval.isEmpty()) {
            JsonNode urls = server.send(generator(exchange)).json();
            approval = last(urls.get("challenge_url").asText());
            polling = last(urls.get("polling_url").asText());
        }
        boolean polls = exchange.route().startsWith("/noauth/");
        Answer ours =
                server.send(
                        exchange.withPath(
                                        exchange.path()
                                                .replace(CHALLENGE, polls ? polling : approval))
                                .withBody(exchange.body().map(b -> b.replace(NONCE, nonce))));
        if (ours.json().has("nonce")) {
            nonce = ours.json().get("nonce").asText();
        }
        return ours;
    }

    /** The recording lacks the request that made its challenge. */
    private static Exchange generator(Exchange at) {
        Exchange like =
                EXCHANGES.stream().filter(e -> e.number().equals("945")).findFirst().orElseThrow();
        return like.withPath(like.path().replace("kim@", "ana@")).at(at.at());
    }

    private static String last(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** The federation end point stands elsewhere than in the recording. */
    private static Answer here(Answer ours) {
        return new Answer(
                ours.status(),
                ours.contentType(),
                ours.body().replace(server.federation().toString(), FEDERATION));
    }
}
