package org.consoleme.slacktwin.modal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.consoleme.slacktwin.api.ApiRefusal;
import org.consoleme.slacktwin.api.ViewArguments;
import org.consoleme.slacktwin.blocks.Surface;
import org.consoleme.slacktwin.command.AppReply;
import org.consoleme.slacktwin.command.Reception;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Views;

/**
 * The answer to a submitted modal: nothing closes it; {@code errors}, {@code update}, {@code push}
 * and {@code clear} do what they say.
 *
 * @param view the modal that was submitted
 * @see <a href="https://docs.slack.dev/surfaces/modals#updating_response">response actions</a>
 */
record Submission(Views views, SlackView view) implements Reception {

    private static final String TROUBLE = "We had some trouble connecting. Try again?";
    private static final String VIA = "view_submission";

    @Override
    public Supplier<Optional<Message>> taken(AppReply reply) {
        String body = reply.body().strip();
        ObjectNode answer =
                body.isEmpty() || body.equals("{}")
                        ? null
                        : reply.json().orElseThrow(() -> refusal("not a JSON object"));
        Runnable effect =
                answer == null || !answer.hasNonNull("response_action")
                        ? () -> views.close(view.id())
                        : effect(answer);
        return () -> {
            effect.run();
            return Optional.empty();
        };
    }

    private Runnable effect(ObjectNode answer) {
        String action = answer.path("response_action").asText();
        return switch (action) {
            case "clear" -> () -> views.clear(view.user());
            case "errors" -> errors(answer.path("errors"));
            case "update" -> {
                JsonNode next = next(answer);
                yield () -> views.update(view.id(), next, VIA);
            }
            case "push" -> {
                JsonNode next = next(answer);
                if (views.stack(view.user()).size() >= Views.MAX_STACK) {
                    throw new ApiRefusal("push_limit_reached");
                }
                yield () -> views.push(view.user(), next, VIA);
            }
            default -> throw refusal("unknown response_action: " + action);
        };
    }

    private static JsonNode next(ObjectNode answer) {
        return ViewArguments.checked(answer.path("view"), Surface.MODAL);
    }

    private Runnable errors(JsonNode errors) {
        Map<String, String> said = new LinkedHashMap<>();
        errors.properties().forEach(e -> said.put(e.getKey(), e.getValue().asText()));
        Set<String> inputs = new HashSet<>();
        for (JsonNode block : view.blocks()) {
            if (block.path("type").asText().equals("input")) {
                inputs.add(block.path("block_id").asText());
            }
        }
        if (said.isEmpty() || !inputs.containsAll(said.keySet())) {
            throw refusal("errors must name input blocks, and did name: " + said.keySet());
        }
        return () -> views.say(view.id(), said);
    }

    private static ApiRefusal refusal(String reason) {
        return new ApiRefusal("invalid_view_response", List.of(reason));
    }

    @Override
    public Optional<Message> failed(String error) {
        views.say(view.id(), Map.of(SlackView.GENERAL, TROUBLE));
        return Optional.empty();
    }
}
