package org.consoleme.slacktwin.command;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.slacktwin.workspace.Message;

/**
 * What the app answered to a request, and what the person sees of it.
 *
 * @param status HTTP status; 0 if no answer came
 * @param error what Slack tells the person, such as {@code operation_timeout}; empty if all was
 *     well
 * @param shown the message that the answer became, if any
 */
public record AppAnswer(
        int status, String body, String error, Duration took, Optional<Message> shown) {}
