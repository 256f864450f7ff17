package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.consoleme.slacktwin.blocks.Surface;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Triggers;
import org.consoleme.slacktwin.workspace.Workspace;

/**
 * {@code views.*}: modals and Home tabs.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/views.open">views.open</a>
 */
final class ViewMethods {

    private final Workspace workspace;
    private final ViewJson json;

    ViewMethods(Workspace workspace, AppIdentity app) {
        this.workspace = workspace;
        this.json = new ViewJson(workspace.team().id(), app.appId(), app.botId());
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.open("views.open", this::open),
                ApiMethod.open("views.push", this::push),
                ApiMethod.open("views.update", this::update),
                ApiMethod.open("views.publish", this::publish));
    }

    /** A refused view leaves the trigger as it is: the app may try again. */
    private ObjectNode open(Arguments arguments) {
        JsonNode view = unique(ViewArguments.of(arguments, Surface.MODAL));
        Triggers.Granted trigger = exchange(arguments);
        return answer(workspace.views().open(trigger.user(), view, "views.open"));
    }

    private ObjectNode push(Arguments arguments) {
        JsonNode view = unique(ViewArguments.of(arguments, Surface.MODAL));
        Triggers.Granted trigger = exchange(arguments);
        if (trigger.view().flatMap(workspace.views()::find).isEmpty()) {
            throw new ApiRefusal("not_found");
        }
        return workspace
                .views()
                .push(trigger.user(), view, "views.push")
                .map(this::answer)
                .orElseThrow(() -> new ApiRefusal("push_limit_reached"));
    }

    private ObjectNode update(Arguments arguments) {
        JsonNode view = ViewArguments.of(arguments, Surface.MODAL);
        SlackView before = ViewArguments.unchanged(named(arguments), arguments);
        return workspace
                .views()
                .update(before.id(), view, "views.update")
                .map(this::answer)
                .orElseThrow(() -> new ApiRefusal("not_found"));
    }

    private SlackView named(Arguments arguments) {
        Optional<SlackView> byId = arguments.text("view_id").flatMap(workspace.views()::find);
        return byId.or(() -> arguments.text("external_id").flatMap(workspace.views()::findExternal))
                .orElseThrow(() -> new ApiRefusal("not_found"));
    }

    private ObjectNode publish(Arguments arguments) {
        JsonNode view = ViewArguments.of(arguments, Surface.HOME);
        String user = arguments.required("user_id", "invalid_arguments");
        if (workspace.people().find(user).filter(u -> !u.is(SlackUser.Flag.DELETED)).isEmpty()) {
            throw new ApiRefusal("user_not_found");
        }
        workspace.views().home(user).ifPresent(v -> ViewArguments.unchanged(v, arguments));
        return answer(workspace.views().publish(user, view, "views.publish"));
    }

    private JsonNode unique(JsonNode view) {
        return ViewArguments.unique(view, workspace.views());
    }

    private Triggers.Granted exchange(Arguments arguments) {
        String id = arguments.required("trigger_id", "invalid_arguments");
        return switch (workspace.triggers().exchange(id)) {
            case Triggers.Granted granted -> granted;
            case Triggers.Refused refused -> throw new ApiRefusal(refused.error());
        };
    }

    private ObjectNode answer(SlackView view) {
        return Json.object().set("view", json.draw(view, Json.object()));
    }
}
