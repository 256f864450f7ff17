package org.consoleme.slacktwin.modal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.slacktwin.api.ApiRefusal;
import org.consoleme.slacktwin.blocks.ViewLimits;
import org.consoleme.slacktwin.command.AppReply;
import org.consoleme.slacktwin.command.Reception;
import org.consoleme.slacktwin.workspace.Message;

/** The answer to a {@code block_suggestion}: options to choose from. */
final class Suggestions implements Reception {

    private List<Option> options = List.of();

    @Override
    public Supplier<Optional<Message>> taken(AppReply reply) {
        ObjectNode answer =
                reply.json().orElseThrow(() -> new ApiRefusal("invalid_suggestion_response"));
        List<String> problems = ViewLimits.ofSuggestions(answer);
        if (!problems.isEmpty()) {
            throw new ApiRefusal("invalid_suggestion_response", problems);
        }
        return () -> {
            options = Option.in(answer);
            return Optional.empty();
        };
    }

    /** A list that could not be loaded is empty. */
    @Override
    public Optional<Message> failed(String error) {
        return Optional.empty();
    }

    List<Option> options() {
        return options;
    }
}
