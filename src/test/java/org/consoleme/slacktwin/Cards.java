package org.consoleme.slacktwin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.consoleme.slacktwin.http.Json;

/** Approval cards for the twin's own tests. */
final class Cards {

    private static final String BUTTONS =
            """
            ,{"type":"actions","block_id":"decide","elements":[
              {"type":"button","action_id":"requests.approve","value":"r-1","style":"primary","text":{"type":"plain_text","text":"Approve"}},
              {"type":"button","action_id":"requests.deny","value":"r-1","style":"danger","text":{"type":"plain_text","text":"Deny"},
               "confirm":{"title":{"type":"plain_text","text":"Deny this request?"},"text":{"type":"plain_text","text":"The engineer hears of it at once."},
                "confirm":{"type":"plain_text","text":"Deny"},"deny":{"type":"plain_text","text":"Not yet"},"style":"danger"}}]}
            """;

    private Cards() {}

    static ObjectNode waiting(String why) {
        return card("● Waiting", why, BUTTONS);
    }

    static ObjectNode applied(String why) {
        return card("✔ Applied", why, "");
    }

    private static ObjectNode card(String state, String why, String more) {
        String text =
                """
                {"channel":"%s","text":"engineer@example.com asks for ledger-writer",
                 "blocks":[
                  {"type":"section","text":{"type":"mrkdwn",
                   "text":"🔑 engineer@example.com asks for *ledger-writer* in *billing-prod* for 2 h"}},
                  {"type":"section","fields":[
                   {"type":"plain_text","text":"State: %s"},{"type":"plain_text","text":"Any 1 of 4"}]},
                  {"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[
                   {"type":"text","text":"%s"}]}]}
                  %s]}
                """
                        .formatted(TwinSettings.APPROVALS, state, why, more);
        return (ObjectNode) Json.read(text).orElseThrow();
    }
}
