package org.consoleme.slacktwin.socket;

import java.util.Map;
import org.consoleme.slacktwin.http.Json;

/** What Slack says of a socket itself. */
final class Notices {

    private static final String HOST = "twin";

    /** Seconds that Slack announces for a connection. */
    private static final int CONNECTION_TIME = 18_060;

    private Notices() {}

    static String hello(String appId, int connections) {
        Map<String, Object> debug =
                Map.of(
                        "host",
                        HOST,
                        "build_number",
                        1,
                        "approximate_connection_time",
                        CONNECTION_TIME);
        return Json.write(
                Map.of(
                        "type",
                        "hello",
                        "num_connections",
                        connections,
                        "connection_info",
                        Map.of("app_id", appId),
                        "debug_info",
                        debug));
    }

    static String disconnect(String reason) {
        return Json.write(
                Map.of("type", "disconnect", "reason", reason, "debug_info", Map.of("host", HOST)));
    }
}
