package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.consoleme.requests.SeenRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UnreadableRequestLineTest {
    private static final String ID = "24b9a9ef-6e4a-4d21-a8d4-5e6f7a8b9c0d";

    private final Logger log = (Logger) LoggerFactory.getLogger(StoredRequests.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
    }

    /** {@code requestId} is the HTTP request's, in the same line. */
    @Test
    void aRequestThatCannotBeReadIsCalledRequestInTheLog() {
        List<SeenRequest> seen =
                StoredRequests.read(
                        Map.of(ID, Map.of("request_id", AttributeValue.fromS(ID))),
                        List.of(new IndexPages.Entry(ID, 0)));

        assertThat(seen).singleElement().isInstanceOf(SeenRequest.Unreadable.class);
        assertThat(lines.list.getFirst().getKeyValuePairs().getFirst())
                .hasToString("request=\"" + ID + "\"");
    }
}
