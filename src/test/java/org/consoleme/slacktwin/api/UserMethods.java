package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackUser.Flag;
import org.consoleme.slacktwin.workspace.Workspace;

/** {@code users.*}. */
final class UserMethods {

    private static final String EMAIL_SCOPE = "users:read.email";

    private final Workspace workspace;
    private final AppIdentity app;

    UserMethods(Workspace workspace, AppIdentity app) {
        this.workspace = workspace;
        this.app = app;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.scoped("users.info", "users:read", this::info),
                ApiMethod.scoped("users.lookupByEmail", EMAIL_SCOPE, this::lookupByEmail));
    }

    private ObjectNode info(Arguments arguments) {
        return workspace
                .people()
                .find(arguments.required("user", "user_not_found"))
                .map(this::answer)
                .orElseThrow(() -> new ApiRefusal("user_not_found"));
    }

    /** Slack compares addresses without regard to case, and finds no deactivated accounts. */
    private ObjectNode lookupByEmail(Arguments arguments) {
        String email = arguments.required("email", "users_not_found");
        return workspace.people().all().stream()
                .filter(u -> u.email().filter(email::equalsIgnoreCase).isPresent())
                .filter(u -> !u.is(Flag.DELETED))
                .findFirst()
                .map(this::answer)
                .orElseThrow(() -> new ApiRefusal("users_not_found"));
    }

    private ObjectNode answer(SlackUser user) {
        return Json.object().set("user", draw(user));
    }

    /**
     * A deactivated account comes with few fields, as from Slack; {@code is_stranger} only where it
     * is true. Of its own voice Slack says that it is no bot.
     */
    private ObjectNode draw(SlackUser user) {
        ObjectNode shown =
                Json.object()
                        .put("id", user.id())
                        .put("team_id", user.teamId())
                        .put("name", user.handle())
                        .put("deleted", user.is(Flag.DELETED))
                        .put("is_bot", user.is(Flag.BOT) && !user.id().equals(Workspace.SLACKBOT))
                        .put("is_app_user", false)
                        .put("updated", 0);
        shown.set("profile", profile(user));
        if (!user.is(Flag.DELETED)) {
            shown.put("real_name", user.realName())
                    .put("tz", "Etc/UTC")
                    .put("tz_offset", 0)
                    .put("is_admin", user.is(Flag.ADMIN))
                    .put("is_owner", false)
                    .put("is_primary_owner", false)
                    .put("is_restricted", user.is(Flag.RESTRICTED))
                    .put("is_ultra_restricted", user.is(Flag.ULTRA_RESTRICTED))
                    .put("is_email_confirmed", !user.is(Flag.EMAIL_UNCONFIRMED));
        }
        if (user.is(Flag.STRANGER)) {
            shown.put("is_stranger", true);
        }
        if (user.is(Flag.WORKFLOW_BOT)) {
            shown.put("is_workflow_bot", true);
        }
        user.enterpriseId().ifPresent(id -> enterprise(shown, user, id));
        return shown;
    }

    private static void enterprise(ObjectNode shown, SlackUser user, String enterpriseId) {
        shown.put("enterprise_id", enterpriseId);
        shown.putObject("enterprise_user")
                .put("id", user.id())
                .put("enterprise_id", enterpriseId)
                .put("enterprise_name", enterpriseId)
                .putArray("teams")
                .add(user.teamId());
    }

    private ObjectNode profile(SlackUser user) {
        ObjectNode profile =
                Json.object()
                        .put("real_name", user.realName())
                        .put("display_name", user.handle())
                        .put("team", user.teamId());
        ObjectNode fields = profile.putObject("fields");
        user.fields()
                .forEach((id, value) -> fields.putObject(id).put("value", value).put("alt", ""));
        if (app.scopes().contains(EMAIL_SCOPE)) {
            user.email().ifPresent(e -> profile.put("email", e));
        }
        return profile;
    }
}
