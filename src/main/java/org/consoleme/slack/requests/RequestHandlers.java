package org.consoleme.slack.requests;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.consoleme.access.AskedFor;
import org.consoleme.requests.Review;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCalls;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.SlackWork;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackModal;
import org.consoleme.slack.verify.Refusals;

/**
 * What Bolt is told of requests: buttons, modals, the menu of roles and the shortcut. All but the
 * menu is acknowledged before anything is looked up.
 */
@Single
public class RequestHandlers {
    /** The global shortcut, as the manifest names it; also the button. */
    static final String SHORTCUT = "requests.ask";

    /** Slack marks what was not answered with 200; it shows no text of ours. */
    private static final int UNAVAILABLE = 503;

    private final SlackWork work;
    private final ReviewAction click;
    private final ReviewSubmission decision;
    private final RequestCommand request;
    private final RequestSubmission asked;
    private final RequestAsking asking;
    private final RoleSuggestions roles;
    private final GrantButtons grants;
    private final InboxCommand inbox;
    private final Refusals refusals;

    @Inject
    public RequestHandlers(
            SlackWork work,
            ReviewAction click,
            ReviewSubmission decision,
            RequestCommand request,
            RequestSubmission asked,
            RequestAsking asking,
            RoleSuggestions roles,
            GrantButtons grants,
            InboxCommand inbox,
            Refusals refusals) {
        this.work = work;
        this.click = click;
        this.decision = decision;
        this.request = request;
        this.asked = asked;
        this.asking = asking;
        this.roles = roles;
        this.grants = grants;
        this.inbox = inbox;
        this.refusals = refusals;
    }

    public void addTo(App app) {
        app.blockAction(
                RequestCard.APPROVE, review(call -> click.open(call, Review.Verdict.APPROVED)));
        app.blockAction(
                RequestCard.DENY, review(call -> click.open(call, Review.Verdict.REJECTED)));
        app.viewSubmission(
                ReviewModal.CALLBACK,
                (submitted, context) ->
                        take(
                                submitted,
                                ReviewModal::mistakes,
                                decision::at,
                                decision::decide,
                                context::ackWithErrors,
                                context::ack));
        app.viewSubmission(
                RequestModal.ASK_ROLE,
                (submitted, context) ->
                        take(
                                submitted,
                                form -> RequestModal.mistakes(form, AskedFor.Kind.ROLE),
                                asking::at,
                                (call, form) -> asked.ask(call, form, AskedFor.Kind.ROLE),
                                context::ackWithErrors,
                                context::ack));
        app.viewSubmission(
                RequestModal.ASK_POLICY,
                (submitted, context) ->
                        take(
                                submitted,
                                form -> RequestModal.mistakes(form, AskedFor.Kind.INLINE_POLICY),
                                asking::at,
                                (call, form) -> asked.ask(call, form, AskedFor.Kind.INLINE_POLICY),
                                context::ackWithErrors,
                                context::ack));
        app.blockSuggestion(
                RequestModal.PICK_ROLE,
                (asked, context) ->
                        context.ack(
                                r ->
                                        r.options(
                                                options(
                                                        SlackCalls.of(asked.getPayload(), asked),
                                                        AskedFor.Kind.ROLE))));
        app.blockSuggestion(
                RequestModal.PICK_POLICY,
                (asked, context) ->
                        context.ack(
                                r ->
                                        r.options(
                                                options(
                                                        SlackCalls.of(asked.getPayload(), asked),
                                                        AskedFor.Kind.INLINE_POLICY))));
        app.blockAction(RequestCommand.ASK, button(request::pressed));
        app.blockAction(GrantButtons.RETURN, button(grants::returnPressed));
        app.blockAction(GrantButtons.EXTEND, button(grants::extendPressed));
        app.blockAction(InboxCommand.SHOW, button(inbox::show));
        app.globalShortcut(
                SHORTCUT,
                (taken, context) ->
                        work.begin(SlackCalls.of(taken.getPayload(), taken), request::shortcut)
                                ? context.ack()
                                : Response.error(UNAVAILABLE));
    }

    /** One action, of the block that our card has. */
    private BlockActionHandler review(Function<SlackCall, SlackMessage> then) {
        return (clicked, context) -> {
            List<BlockActionPayload.Action> actions = clicked.getPayload().getActions();
            if (actions.size() == 1 && RequestCard.BLOCK.equals(actions.getFirst().getBlockId())) {
                return begin(clicked, context, then);
            }
            refusals.refused("MalformedClick", SlackCalls.of(clicked.getPayload(), clicked).key());
            return context.ack();
        };
    }

    private BlockActionHandler button(Function<SlackCall, SlackMessage> then) {
        return (clicked, context) -> begin(clicked, context, then);
    }

    private Response begin(
            BlockActionRequest clicked,
            ActionContext context,
            Function<SlackCall, SlackMessage> then) {
        return work.begin(SlackCalls.of(clicked.getPayload(), clicked), then)
                ? context.ack()
                : Response.error(UNAVAILABLE);
    }

    private Response take(
            ViewSubmissionRequest submitted,
            Function<SlackForm, Map<String, String>> mistakes,
            Function<SlackCall, SlackCall> at,
            BiFunction<SlackCall, SlackForm, SlackMessage> then,
            Function<Map<String, String>, Response> refuse,
            Supplier<Response> acknowledge) {
        SlackForm form = SlackForm.of(submitted.getPayload().getView());
        Map<String, String> wrong = mistakes.apply(form);
        if (!wrong.isEmpty()) {
            return refuse.apply(wrong);
        }
        return work.begin(
                        at.apply(SlackCalls.of(submitted.getPayload())),
                        call -> then.apply(call, form))
                ? acknowledge.get()
                : Response.error(UNAVAILABLE);
    }

    private List<Option> options(SlackCall call, AskedFor.Kind kind) {
        return work.soon(() -> roles.matching(call, kind), List.<SlackModal.Option>of()).stream()
                .map(SlackModal.Option::suggested)
                .toList();
    }
}
