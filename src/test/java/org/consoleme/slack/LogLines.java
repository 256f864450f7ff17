package org.consoleme.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, with the root at debug. */
final class LogLines implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    LogLines() {
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.DEBUG);
    }

    List<String> all() {
        return List.copyOf(lines.list).stream().map(LogLines::whole).toList();
    }

    /** Ours alone: the twin of another test may just be closing. */
    List<String> withStackTraces() {
        return List.copyOf(lines.list).stream()
                .filter(line -> line.getThrowableProxy() != null)
                .filter(line -> !line.getLoggerName().startsWith("org.consoleme.slacktwin"))
                .map(LogLines::whole)
                .toList();
    }

    private static String whole(ILoggingEvent line) {
        return line.getLoggerName()
                + " "
                + line.getFormattedMessage()
                + " "
                + line.getKeyValuePairs()
                + " "
                + line.getMDCPropertyMap()
                + " "
                + (line.getThrowableProxy() == null ? "" : line.getThrowableProxy().getMessage());
    }

    @Override
    public void close() {
        root.detachAppender(lines);
        root.setLevel(before);
        lines.stop();
    }
}
