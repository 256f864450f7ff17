package org.consoleme.slacktwin.modal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.slacktwin.command.AppReply;
import org.consoleme.slacktwin.command.Reception;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Views;

/** The answer to a press within a modal: "taken" or not. */
record PressReception(Views views, SlackView view) implements Reception {

    @Override
    public Supplier<Optional<Message>> taken(AppReply reply) {
        return Optional::empty;
    }

    @Override
    public Optional<Message> failed(String error) {
        views.say(view.id(), Map.of(SlackView.GENERAL, "This did not work: \"" + error + "\""));
        return Optional.empty();
    }
}
