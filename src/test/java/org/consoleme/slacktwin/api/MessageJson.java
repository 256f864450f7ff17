package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Workspace;

/** A message as the Web API shows it. */
record MessageJson(Workspace workspace, AppIdentity app) {

    ObjectNode draw(Message message) {
        ObjectNode shown =
                Json.object()
                        .put("type", "message")
                        .put("user", message.author())
                        .put("team", workspace.team().id())
                        .put("ts", message.ts())
                        .put("text", message.text());
        if (message.author().equals(workspace.bot().id())) {
            shown.put("bot_id", app.botId()).put("app_id", app.appId());
        }
        message.threadTs().ifPresent(t -> shown.put("thread_ts", t));
        if (message.revision() > 0) {
            shown.putObject("edited").put("user", message.author()).put("ts", message.ts());
        }
        if (!message.blocks().isEmpty()) {
            shown.set("blocks", message.blocks());
        }
        return shown;
    }
}
