package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consoleme.slacktwin.blocks.Surface;
import org.consoleme.slacktwin.blocks.ViewLimits;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Views;

/** The {@code view} of a call, checked as Slack checks it. */
public final class ViewArguments {

    private ViewArguments() {}

    /**
     * The {@code view} of a call.
     *
     * @throws ApiRefusal with the error that Slack gives for the first thing wrong
     */
    static JsonNode of(Arguments arguments, Surface surface) {
        return checked(
                arguments
                        .json("view", "invalid_arguments")
                        .orElseThrow(
                                () ->
                                        new ApiRefusal(
                                                "invalid_arguments",
                                                List.of("missing required field: view"))),
                surface);
    }

    /**
     * The same for a view that came in an answer.
     *
     * @throws ApiRefusal with the error that Slack gives for the first thing wrong
     */
    public static JsonNode checked(JsonNode view, Surface surface) {
        if (view.toString().getBytes(StandardCharsets.UTF_8).length > ViewLimits.BYTES) {
            throw new ApiRefusal("view_too_large");
        }
        List<String> problems = ViewLimits.problems(view, surface);
        if (!problems.isEmpty()) {
            throw new ApiRefusal("invalid_arguments", problems);
        }
        return view;
    }

    /** The app's own id of a view may stand for one view only. */
    static JsonNode unique(JsonNode view, Views views) {
        String id = view.path("external_id").asText();
        if (!id.isEmpty() && views.findExternal(id).isPresent()) {
            throw new ApiRefusal("duplicate_external_id");
        }
        return view;
    }

    /** Whether a call that names a hash still speaks of the present view. */
    static SlackView unchanged(SlackView view, Arguments arguments) {
        if (arguments.text("hash").filter(h -> !h.equals(view.hash())).isPresent()) {
            throw new ApiRefusal("hash_conflict");
        }
        return view;
    }
}
