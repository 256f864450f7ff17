package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.RoleArn;
import org.consoleme.web.Json;

/**
 * A request in ConsoleMe's table, with its ARN (D-49).
 *
 * @param requestTime epoch seconds
 * @param lastUpdated epoch seconds
 * @param version {@code 2}; null for rows of ConsoleMe's first form
 * @param extended the whole request; null for rows of that form
 */
record RequestRow(
        @JsonProperty("request_id") String id,
        String arn,
        Object principal,
        String status,
        String justification,
        @JsonProperty("request_time") Optional<Long> requestTime,
        @JsonProperty("last_updated") Optional<Long> lastUpdated,
        String version,
        @JsonProperty(EXTENDED) Object extended,
        String username) {
    /** The column that holds the whole request. */
    static final String EXTENDED = "extended_request";

    private static final String PAGE = "/policies/request/";

    static RequestRow of(ChangeRequest request) {
        return new RequestRow(
                request.id().value(),
                request.role().toString(),
                PrincipalJson.of(request.role()),
                ExtendedRequestJson.status(request.state().name()),
                request.justification(),
                Optional.of(request.requestedAt().getEpochSecond()),
                Optional.of(request.lastUpdated().getEpochSecond()),
                "2",
                ExtendedRequestJson.of(request),
                request.requester().value());
    }

    /** Nothing of it is known but that it is there. */
    static RequestRow of(UnreadableRequest request) {
        return new RequestRow(
                request.id().value(),
                "",
                null,
                "cannot be read",
                UnreadableRequest.SENTENCE,
                Optional.of(request.requestedAt().getEpochSecond()),
                Optional.empty(),
                "2",
                null,
                null);
    }

    static RequestRow of(OlderRequest request) {
        String arn = request.arn().orElse("");
        return new RequestRow(
                request.id().value(),
                arn,
                arn.startsWith("arn:") ? new PrincipalJson(PrincipalJson.AWS_RESOURCE, arn) : null,
                request.status(),
                request.justification().orElse(null),
                request.requestedAt().map(Instant::getEpochSecond),
                request.lastUpdated().map(Instant::getEpochSecond),
                request.version() == 1 ? null : Integer.toString(request.version()),
                request.extendedRequest().map(RawValue::new).orElse(null),
                request.requester().orElse(null));
    }

    /** With links to the pages of the request and of the role. */
    RequestRow withLinks() {
        return new RequestRow(
                link(id, PAGE + id),
                RoleArn.tryParse(arn)
                        .map(role -> link(arn, ExtendedRequestJson.pageOf(role)))
                        .orElse(arn),
                principal,
                status,
                justification,
                requestTime,
                lastUpdated,
                version,
                extended,
                username);
    }

    /** What a filter looks at; empty for a column that is not there. */
    String column(String name) {
        return switch (name) {
            case "request_id" -> id;
            case "arn" -> arn;
            case "status" -> status;
            case "justification" -> justification == null ? "" : justification;
            case "username" -> username == null ? "" : username;
            case "version" -> version == null ? "" : version;
            case "request_time" -> requestTime.map(String::valueOf).orElse("");
            case "last_updated" -> lastUpdated.map(String::valueOf).orElse("");
            case "principal" -> Json.text(principal);
            case EXTENDED -> Json.text(extended);
            default -> "";
        };
    }

    Optional<Long> epoch(String name) {
        return switch (name) {
            case "request_time" -> requestTime;
            case "last_updated" -> lastUpdated;
            default -> Optional.empty();
        };
    }

    /** Neither an id nor a role's ARN holds anything that Markdown reads. */
    private static String link(String text, String url) {
        return "[" + text + "](" + url + ")";
    }
}
