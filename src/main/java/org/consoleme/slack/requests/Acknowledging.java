package org.consoleme.slack.requests;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCalls;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.SlackWork;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.verify.Refusals;

/** Handlers that acknowledge before anything is looked up, and begin the work behind that. */
@Single
public class Acknowledging {
    /** Slack marks what was not answered with 200; it shows no text of ours. */
    static final int UNAVAILABLE = 503;

    private final SlackWork work;
    private final Refusals refusals;

    @Inject
    public Acknowledging(SlackWork work, Refusals refusals) {
        this.work = work;
        this.refusals = refusals;
    }

    BlockActionHandler button(Function<SlackCall, SlackMessage> then) {
        return (clicked, context) -> begin(clicked, context, then);
    }

    /** One action, of the block that our card has. */
    BlockActionHandler button(String block, Function<SlackCall, SlackMessage> then) {
        return (clicked, context) -> {
            List<BlockActionPayload.Action> actions = clicked.getPayload().getActions();
            if (actions.size() == 1 && block.equals(actions.getFirst().getBlockId())) {
                return begin(clicked, context, then);
            }
            refusals.refused("MalformedClick", SlackCalls.of(clicked.getPayload(), clicked).key());
            return context.ack();
        };
    }

    private Response begin(
            BlockActionRequest clicked,
            ActionContext context,
            Function<SlackCall, SlackMessage> then) {
        return work.begin(SlackCalls.of(clicked.getPayload(), clicked), then)
                ? context.ack()
                : Response.error(UNAVAILABLE);
    }

    /**
     * A modal, sent.
     *
     * @param mistakes are shown under the fields, and nothing begins
     * @param at where the answer belongs
     */
    ViewSubmissionHandler form(
            Function<SlackForm, Map<String, String>> mistakes,
            UnaryOperator<SlackCall> at,
            BiFunction<SlackCall, SlackForm, SlackMessage> then) {
        return (submitted, context) -> {
            SlackForm form = SlackForm.of(submitted.getPayload().getView());
            Map<String, String> wrong = mistakes.apply(form);
            if (!wrong.isEmpty()) {
                return context.ackWithErrors(wrong);
            }
            return work.begin(
                            at.apply(SlackCalls.of(submitted.getPayload())),
                            call -> then.apply(call, form))
                    ? context.ack()
                    : Response.error(UNAVAILABLE);
        };
    }
}
