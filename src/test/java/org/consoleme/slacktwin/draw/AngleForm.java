package org.consoleme.slacktwin.draw;

import java.time.Instant;

/** What stands in angle brackets: links, people, channels, broadcasts, dates. */
final class AngleForm {

    private static final String DATE = "!date^";

    private AngleForm() {}

    static Span read(String inside) {
        int bar = inside.indexOf('|');
        String target = bar < 0 ? inside : inside.substring(0, bar);
        String label = bar < 0 ? "" : Mrkdwn.unescape(inside.substring(bar + 1));
        if (target.startsWith("@")) {
            return new Span.Person(target.substring(1));
        }
        if (target.startsWith("#")) {
            return new Span.Room(target.substring(1));
        }
        if (target.startsWith(DATE)) {
            return moment(target, label);
        }
        if (target.startsWith("!")) {
            return new Span.Broadcast(label.isEmpty() ? "@" + target.substring(1) : label);
        }
        String url = Mrkdwn.unescape(target);
        return new Span.Link(url, label.isEmpty() ? url : label);
    }

    private static Span moment(String target, String fallback) {
        String[] parts = target.substring(DATE.length()).split("\\^", 3);
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]));
            return new Span.Moment(at, parts.length > 1 ? parts[1] : "", fallback);
        } catch (NumberFormatException e) {
            return new Span.Text(fallback);
        }
    }
}
