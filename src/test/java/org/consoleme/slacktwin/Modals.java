package org.consoleme.slacktwin;

import java.util.List;
import java.util.Map;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.modal.Option;

/** Modals for the twin's own tests, as an app would send them. */
final class Modals {

    private Modals() {}

    /** A form with every kind of field that a request needs. */
    static String request() {
        return """
        {"type":"modal","callback_id":"requests.ask","private_metadata":"handle-1",
         "title":{"type":"plain_text","text":"Request access"},
         "submit":{"type":"plain_text","text":"Send"},
         "blocks":[
          {"type":"input","block_id":"role","label":{"type":"plain_text","text":"Role"},
           "element":{"type":"external_select","action_id":"pick","min_query_length":2,
            "placeholder":{"type":"plain_text","text":"Type a part of its name"}}},
          {"type":"input","block_id":"length","label":{"type":"plain_text","text":"How long"},
           "element":{"type":"radio_buttons","action_id":"pick",
            "initial_option":{"text":{"type":"plain_text","text":"1 h"},"value":"PT1H"},
            "options":[{"text":{"type":"plain_text","text":"1 h"},"value":"PT1H"},
                       {"text":{"type":"plain_text","text":"4 h"},"value":"PT4H"}]}},
          {"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why"},
           "hint":{"type":"plain_text","text":"The approver reads this."},
           "element":{"type":"plain_text_input","action_id":"text","multiline":true,"max_length":300}},
          {"type":"input","block_id":"ticket","optional":true,
           "label":{"type":"plain_text","text":"Ticket"},
           "element":{"type":"plain_text_input","action_id":"text"}},
          {"type":"input","block_id":"notify","optional":true,
           "label":{"type":"plain_text","text":"Notify"},
           "element":{"type":"checkboxes","action_id":"pick",
            "options":[{"text":{"type":"plain_text","text":"By direct message"},"value":"dm"}]}},
          {"type":"context","elements":[{"type":"mrkdwn","text":"Asks *#aws-approvals*; usually decided in 6 min"}]}
         ]}
        """;
    }

    /** One field and one button. */
    static String note(String title) {
        return """
        {"type":"modal","title":{"type":"plain_text","text":"%s"},
         "submit":{"type":"plain_text","text":"Save"},
         "blocks":[
          {"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why"},
           "element":{"type":"plain_text_input","action_id":"text"}},
          {"type":"actions","block_id":"deeds","elements":[
           {"type":"button","action_id":"more","text":{"type":"plain_text","text":"More"}}]}
         ]}
        """
                .formatted(title);
    }

    static Map<String, Object> option(String text, String value) {
        return Map.of("text", Map.of("type", "plain_text", "text", text), "value", value);
    }

    static List<Option> options(String text, String value) {
        return List.of(new Option("", Json.tree(option(text, value))));
    }
}
