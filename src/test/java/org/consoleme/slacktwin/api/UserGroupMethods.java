package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.UserGroup;
import org.consoleme.slacktwin.workspace.Workspace;

/** {@code usergroups.*}: groups that were made in Slack. */
final class UserGroupMethods {

    private static final String SCOPE = "usergroups:read";

    private final Workspace workspace;

    UserGroupMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.scoped("usergroups.list", SCOPE, this::list),
                ApiMethod.scoped("usergroups.users.list", SCOPE, this::users));
    }

    private ObjectNode list(Arguments arguments) {
        ArrayNode groups = Json.array();
        workspace.groups().all().forEach(g -> groups.add(draw(g)));
        return Json.object().set("usergroups", groups);
    }

    private ObjectNode users(Arguments arguments) {
        UserGroup group =
                workspace
                        .groups()
                        .find(arguments.required("usergroup", "no_such_subteam"))
                        .orElseThrow(() -> new ApiRefusal("no_such_subteam"));
        return Json.object().set("users", Json.tree(group.users()));
    }

    private ObjectNode draw(UserGroup group) {
        return Json.object()
                .put("id", group.id())
                .put("team_id", workspace.team().id())
                .put("is_usergroup", true)
                .put("name", group.name())
                .put("handle", group.handle())
                .put("user_count", group.users().size());
    }
}
