package org.consoleme.slacktwin.page;

import java.util.List;

/**
 * A shortcut of the app.
 *
 * @param onMessages whether it stands in the menu of a message; a global one stands above the line
 */
public record Shortcut(String callbackId, String name, boolean onMessages) {

    /** The shortcuts of ConsoleMe. */
    public static List<Shortcut> known() {
        return List.of(new Shortcut("requests.ask", "Request access", false));
    }
}
