package org.consoleme.web.console;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a problem looks to the console (RFC 9457). It stands for the document alone: {@code
 * web.errors} draws problems for every door.
 *
 * @param detail one sentence for people
 * @param field what is invalid; absent otherwise, as are the members below
 * @param candidates ARNs of the roles that match
 * @param difference what is otherwise than what was shown, in words, a line each
 * @param retryAfter seconds
 * @param incident the id under which the log has it
 * @param people whom one may choose to be, for somebody who is not signed in to a local stack
 */
@Schema(
        name = "Problem",
        requiredProperties = {"type", "title", "status", "detail", "code", "requestId"})
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        String field,
        List<String> candidates,
        List<String> difference,
        long retryAfter,
        String incident,
        List<LocalPersonJson> people) {
    /** One of the made-up people of a local stack. */
    @Schema(requiredProperties = {"user", "groups", "kind"})
    record LocalPersonJson(String user, List<String> groups, String kind) {}
}
