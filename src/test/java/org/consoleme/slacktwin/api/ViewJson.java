package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.SlackView;

/**
 * A modal or Home tab as Slack shows it to the app.
 *
 * @param botId {@code B…}
 * @see <a
 *     href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload">view
 *     interaction payloads</a>
 */
public record ViewJson(String teamId, String appId, String botId) {

    /**
     * All fields of a view.
     *
     * @param values what its fields hold
     */
    public ObjectNode draw(SlackView view, JsonNode values) {
        JsonNode defined = view.definition();
        ObjectNode drawn =
                Json.object()
                        .put("id", view.id())
                        .put("team_id", teamId)
                        .put("type", view.type())
                        .put("private_metadata", view.privateMetadata())
                        .put("callback_id", view.callbackId())
                        .put("hash", view.hash())
                        .put("clear_on_close", view.clearOnClose())
                        .put("notify_on_close", view.notifyOnClose())
                        .put("previous_view_id", view.previousId().orElse(null))
                        .put("root_view_id", view.rootId())
                        .put("app_id", appId)
                        .put("external_id", view.externalId())
                        .put("app_installed_team_id", teamId)
                        .put("bot_id", botId);
        drawn.set("blocks", view.blocks());
        for (String text : new String[] {"title", "close", "submit"}) {
            drawn.set(text, defined.path(text).isObject() ? defined.path(text) : null);
        }
        drawn.putObject("state").set("values", values);
        return drawn;
    }
}
