package org.consoleme.slacktwin.draw;

import java.time.Instant;
import java.util.List;

/** A piece of a line, whatever markup it came from. */
sealed interface Span {

    record Text(String text) implements Span {}

    record Code(String text) implements Span {}

    record Fence(String text) implements Span {}

    record Styled(Style style, List<Span> inner) implements Span {}

    record Link(String url, String label) implements Span {}

    record Person(String id) implements Span {}

    record Room(String id) implements Span {}

    /**
     * {@code @channel}, {@code @here}, {@code @everyone} or a user group: what wakes many people.
     */
    record Broadcast(String name) implements Span {}

    record Emoji(String name) implements Span {}

    record Moment(Instant at, String format, String fallback) implements Span {}

    /** How text can be set off. */
    enum Style {
        BOLD,
        ITALIC,
        STRIKE,
        QUOTE
    }
}
