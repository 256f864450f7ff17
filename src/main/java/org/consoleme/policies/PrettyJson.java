package org.consoleme.policies;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Lays JSON out in lines, so that two documents can be compared line by line. */
final class PrettyJson {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private PrettyJson() {}

    /** Ends without a line break. */
    static String of(Json json) {
        PrettyJson pretty = new PrettyJson();
        pretty.value(json, 0);
        return pretty.out.toString();
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }

    /** No deeper than {@link JsonReader#MAX_DEPTH}. */
    private void value(Json json, int level) {
        switch (json) {
            case Json.Text(String value) -> quote(value, out);
            case Json.Literal(String value) -> out.append(value);
            case Json.Nothing _ -> out.append("null");
            case Json.Items(List<Json> items) when items.isEmpty() -> out.append("[]");
            case Json.Items(List<Json> items) -> {
                out.append('[');
                for (Iterator<Json> each = items.iterator(); each.hasNext(); ) {
                    line(level + 1);
                    value(each.next(), level + 1);
                    out.append(each.hasNext() ? "," : "");
                }
                line(level);
                out.append(']');
            }
            case Json.Members(Map<String, Json> members) when members.isEmpty() -> out.append("{}");
            case Json.Members(Map<String, Json> members) -> {
                out.append('{');
                for (var each = members.entrySet().iterator(); each.hasNext(); ) {
                    Map.Entry<String, Json> member = each.next();
                    line(level + 1);
                    quote(member.getKey(), out);
                    out.append(": ");
                    value(member.getValue(), level + 1);
                    out.append(each.hasNext() ? "," : "");
                }
                line(level);
                out.append('}');
            }
        }
    }

    private void line(int level) {
        out.append('\n').repeat(INDENT, level);
    }
}
