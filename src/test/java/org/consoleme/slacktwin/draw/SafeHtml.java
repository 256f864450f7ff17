package org.consoleme.slacktwin.draw;

import java.util.Locale;

/** Writes HTML in which only our own tags are markup. */
final class SafeHtml {

    private SafeHtml() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String element(String name, String cssClass, String innerHtml) {
        return "<" + name + " class=\"" + cssClass + "\">" + innerHtml + "</" + name + ">";
    }

    /** A link that opens in a new tab; an address that is neither web nor mail stays text. */
    static String link(String cssClass, String url, String labelHtml) {
        return link(cssClass, url, labelHtml, "");
    }

    /**
     * A button that the page reports when it is pressed.
     *
     * @param confirm what to ask first, as JSON; empty for nothing
     */
    static String button(
            String cssClass, String labelHtml, String action, String value, String confirm) {
        return "<button type=\"button\" class=\"%s\" data-action=\"%s\" data-value=\"%s\"%s>%s</button>"
                .formatted(
                        cssClass,
                        escape(action),
                        escape(value),
                        confirm.isEmpty() ? "" : attribute("data-confirm", confirm),
                        labelHtml);
    }

    /** An attribute with a space before it. */
    static String attribute(String name, String value) {
        return " " + name + "=\"" + escape(value) + "\"";
    }

    /** The same, reported when it is followed if it has an action. */
    static String link(String cssClass, String url, String labelHtml, String action) {
        String scheme = url.toLowerCase(Locale.ROOT);
        boolean followed =
                scheme.startsWith("https://")
                        || scheme.startsWith("http://")
                        || scheme.startsWith("mailto:");
        String data = action.isEmpty() ? "" : " data-action=\"" + escape(action) + "\"";
        return followed
                ? "<a class=\"%s\"%s target=\"_blank\" rel=\"noopener noreferrer\" href=\"%s\">%s</a>"
                        .formatted(cssClass, data, escape(url), labelHtml)
                : element("span", cssClass, labelHtml);
    }
}
