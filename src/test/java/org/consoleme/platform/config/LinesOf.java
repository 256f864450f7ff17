package org.consoleme.platform.config;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What one class logs while this is open; it goes nowhere else. */
final class LinesOf implements AutoCloseable {
    private final Logger log;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    LinesOf(Class<?> logging) {
        log = (Logger) LoggerFactory.getLogger(logging);
        lines.start();
        log.addAppender(lines);
        log.setAdditive(false);
    }

    List<ILoggingEvent> all() {
        return lines.list;
    }

    @Override
    public void close() {
        log.setAdditive(true);
        log.detachAppender(lines);
    }
}
