package org.consoleme.bench;

import java.util.Locale;
import org.consoleme.bench.http.Load;

/** What a browser sends, as its proxy signed the person in. */
final class PeopleOnTheWeb {
    private PeopleOnTheWeb() {}

    static byte[] get(String user, String path) {
        return Load.request("GET " + path, headers(user, RoleUniverse.group(0)), "");
    }

    /**
     * @param group that they are in
     */
    static byte[] post(String user, String group, String path, String json) {
        return Load.request(
                "POST " + path,
                headers(user, group)
                        + "Content-Type: application/json\r\n"
                        + "Cookie: _xsrf=bench\r\nX-Xsrftoken: bench\r\n",
                json);
    }

    static String approver(int number) {
        return String.format(Locale.ROOT, "approver-%d@example.com", number);
    }

    static String decisionOn(String request) {
        return "/api/v3/requests/" + request + "/decision";
    }

    /** Of what this hash names. */
    static String approval(String hash) {
        return "{\"verdict\":\"approve\",\"hash\":\"" + hash + "\"}";
    }

    private static String headers(String user, String group) {
        return "user_header: " + user + "\r\ngroups_header: " + group + "\r\n";
    }
}
