package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.consoleme.slacktwin.workspace.Workspace;

/** {@code auth.*} and {@code team.*}: who the token is, and where. */
final class AuthMethods {

    private final Workspace workspace;
    private final AppIdentity app;
    private final String url;

    AuthMethods(Workspace workspace, AppIdentity app, String url) {
        this.workspace = workspace;
        this.app = app;
        this.url = url;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.open("auth.test", this::test),
                ApiMethod.scoped("team.info", "team:read", this::teamInfo));
    }

    private ObjectNode test(Arguments arguments) {
        SlackTeam team = workspace.team();
        ObjectNode answer =
                Json.object()
                        .put("url", url + "/")
                        .put("team", team.name())
                        .put("user", workspace.bot().handle())
                        .put("team_id", team.id())
                        .put("user_id", workspace.bot().id())
                        .put("bot_id", app.botId())
                        .put("is_enterprise_install", false);
        team.enterprise().ifPresent(e -> answer.put("enterprise_id", e.id()));
        return answer;
    }

    private ObjectNode teamInfo(Arguments arguments) {
        SlackTeam team = workspace.team();
        if (!arguments.text("team").orElse(team.id()).equals(team.id())) {
            throw new ApiRefusal("team_not_found");
        }
        ObjectNode shown =
                Json.object()
                        .put("id", team.id())
                        .put("name", team.name())
                        .put("domain", team.domain())
                        .put("email_domain", "");
        team.enterprise()
                .ifPresent(
                        e -> shown.put("enterprise_id", e.id()).put("enterprise_name", e.name()));
        return Json.object().set("team", shown);
    }
}
