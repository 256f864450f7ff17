package org.consoleme.slack.requests;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.bolt.App;
import com.slack.api.bolt.handler.builtin.BlockSuggestionHandler;
import com.slack.api.bolt.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCalls;
import org.consoleme.slack.SlackWork;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.message.SlackModal;

/**
 * What Bolt is told of requests: buttons, modals, the menu of roles and the shortcut. All but the
 * menu is acknowledged before anything is looked up.
 */
@Single
public class RequestHandlers {
    /** The global shortcut, as the manifest names it; also the button. */
    static final String SHORTCUT = "requests.ask";

    private final Acknowledging acknowledging;
    private final SlackWork work;
    private final CardHandlers cards;
    private final RequestCommand request;
    private final RequestSubmission asked;
    private final RequestAsking asking;
    private final RoleSuggestions roles;
    private final GrantButtons grants;
    private final WithdrawButton withdraw;
    private final InboxCommand inbox;

    @Inject
    public RequestHandlers(
            Acknowledging acknowledging,
            SlackWork work,
            CardHandlers cards,
            RequestCommand request,
            RequestSubmission asked,
            RequestAsking asking,
            RoleSuggestions roles,
            GrantButtons grants,
            WithdrawButton withdraw,
            InboxCommand inbox) {
        this.acknowledging = acknowledging;
        this.work = work;
        this.cards = cards;
        this.request = request;
        this.asked = asked;
        this.asking = asking;
        this.roles = roles;
        this.grants = grants;
        this.withdraw = withdraw;
        this.inbox = inbox;
    }

    public void addTo(App app) {
        cards.addTo(app);
        form(app, AskedFor.Kind.ROLE, RequestModal.ASK_ROLE, RequestModal.PICK_ROLE);
        form(app, AskedFor.Kind.INLINE_POLICY, RequestModal.ASK_POLICY, RequestModal.PICK_POLICY);
        app.blockAction(
                RequestModal.PICK_ROLE,
                (chosen, context) ->
                        acknowledging
                                .button(call -> chosen(call, chosen.getPayload()))
                                .apply(chosen, context));
        app.blockAction(RequestCommand.ASK, acknowledging.button(request::pressed));
        app.blockAction(GrantButtons.RETURN, acknowledging.button(grants::returnPressed));
        app.blockAction(GrantButtons.EXTEND, acknowledging.button(grants::extendPressed));
        app.blockAction(WithdrawButton.WITHDRAW, acknowledging.button(withdraw::pressed));
        app.blockAction(InboxCommand.SHOW, acknowledging.button(inbox::show));
        app.globalShortcut(
                SHORTCUT,
                (taken, context) ->
                        work.begin(SlackCalls.of(taken.getPayload(), taken), request::shortcut)
                                ? context.ack()
                                : Response.error(Acknowledging.UNAVAILABLE));
    }

    private SlackMessage chosen(SlackCall call, BlockActionPayload payload) {
        String at = Optional.ofNullable(payload.getActions().getFirst().getActionTs()).orElse("");
        return request.chosen(call, payload.getView(), at);
    }

    private void form(App app, AskedFor.Kind kind, String callback, String menu) {
        app.viewSubmission(
                callback,
                acknowledging.form(
                        form -> RequestModal.mistakes(form, kind),
                        asking::at,
                        (call, form) -> asked.ask(call, form, kind)));
        app.blockSuggestion(menu, menu(kind));
    }

    private BlockSuggestionHandler menu(AskedFor.Kind kind) {
        return (typed, context) ->
                context.ack(
                        r -> r.options(options(SlackCalls.of(typed.getPayload(), typed), kind)));
    }

    private List<Option> options(SlackCall call, AskedFor.Kind kind) {
        return work.soon(() -> roles.matching(call, kind), List.<SlackModal.Option>of()).stream()
                .map(SlackModal.Option::suggested)
                .toList();
    }
}
