/**
 * The console's own API under {@code /api/v3}, and the pages. Wire records stay here; every
 * resource calls one use case. Knows neither weep's answers nor Slack.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "ConsoleMe",
                        version = "3",
                        description =
                                "Times are ISO-8601 in UTC. A call that changes something repeats"
                                        + " the cookie _xsrf in the header X-Xsrftoken."),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "What went wrong",
                                        content =
                                                @Content(
                                                        mediaType = "application/problem+json",
                                                        schema =
                                                                @Schema(
                                                                        implementation =
                                                                                ProblemJson
                                                                                        .class)))))
package org.consoleme.web.console;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
