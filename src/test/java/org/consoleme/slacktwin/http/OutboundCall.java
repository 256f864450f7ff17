package org.consoleme.slacktwin.http;

import java.time.Instant;
import java.util.List;

/**
 * One thing that the app said to Slack, and what Slack answered.
 *
 * @param method an API method such as {@code chat.postMessage}, {@code response_url}, or {@code
 *     acknowledgement}
 * @param channel the channel it was about, empty if none
 * @param sent query and body as they came
 * @param answer the twin's answer; empty for an acknowledgement
 * @param error Slack's error code, empty if all was well
 * @param reasons the readable part of a refusal, one line each
 */
public record OutboundCall(
        Instant at,
        String method,
        String channel,
        String sent,
        String answer,
        String error,
        List<String> reasons) {

    public OutboundCall {
        reasons = List.copyOf(reasons);
    }
}
