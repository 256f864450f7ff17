package org.consoleme.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads and writes cookies as text: of several with one name all are seen, and nothing throws. */
public final class Cookies {
    private Cookies() {}

    /** All values sent under a name, in the order sent. */
    public static List<String> values(HttpServletRequest request, String name) {
        List<String> values = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("Cookie"))) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                    values.add(unquoted(pair.substring(equals + 1).strip()));
                }
            }
        }
        return values;
    }

    /**
     * One {@code Set-Cookie} line, for the whole site.
     *
     * @param life zero clears the cookie
     */
    public static String line(
            String name,
            String value,
            Duration life,
            boolean httpOnly,
            boolean secure,
            String sameSite) {
        return name
                + "="
                + value
                + "; Path=/; Max-Age="
                + life.toSeconds()
                + (httpOnly ? "; HttpOnly" : "")
                + (secure ? "; Secure" : "")
                + "; SameSite="
                + sameSite;
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
