package org.consoleme.slacktwin.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The emoji that the twin can draw; Slack knows thousands, others stay {@code :name:}. */
final class Emojis {

    private static final Pattern SHORT_CODE = Pattern.compile(":([a-z0-9_+-]{2,40}):");
    private static final Map<String, String> DRAWN =
            Map.ofEntries(
                    Map.entry("key", "\uD83D\uDD11"),
                    Map.entry("lock", "\uD83D\uDD12"),
                    Map.entry("link", "\uD83D\uDD17"),
                    Map.entry("mag", "\uD83D\uDD0D"),
                    Map.entry("bell", "\uD83D\uDD14"),
                    Map.entry("wave", "\uD83D\uDC4B"),
                    Map.entry("bulb", "\uD83D\uDCA1"),
                    Map.entry("hourglass_flowing_sand", "\u23F3"),
                    Map.entry("white_check_mark", "\u2705"),
                    Map.entry("heavy_check_mark", "\u2714"),
                    Map.entry("x", "\u274C"),
                    Map.entry("no_entry", "\u26D4"),
                    Map.entry("warning", "\u26A0\uFE0F"),
                    Map.entry("information_source", "\u2139\uFE0F"));

    private Emojis() {}

    static String draw(String name) {
        return DRAWN.getOrDefault(name, ":" + name + ":");
    }

    static List<Span> split(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher code = SHORT_CODE.matcher(text);
        int from = 0;
        while (code.find()) {
            if (DRAWN.containsKey(code.group(1))) {
                addText(spans, text.substring(from, code.start()));
                spans.add(new Span.Emoji(code.group(1)));
                from = code.end();
            }
        }
        addText(spans, text.substring(from));
        return spans;
    }

    private static void addText(List<Span> spans, String text) {
        if (!text.isEmpty()) {
            spans.add(new Span.Text(text));
        }
    }
}
