package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Channel.Kind;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.Workspace;

/** {@code conversations.*}: what the bot sees of channels, and opening direct messages. */
final class ConversationMethods {

    private static final int MAX_PEOPLE = 8;
    private static final int MAX_PAGE = 1000;

    private final Workspace workspace;

    ConversationMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.scoped("conversations.open", "im:write", this::open),
                ApiMethod.scoped("conversations.info", "channels:read", this::info),
                ApiMethod.scoped("conversations.list", "channels:read", this::list),
                ApiMethod.scoped("conversations.members", "channels:read", this::members));
    }

    private ObjectNode open(Arguments arguments) {
        List<String> people = new ArrayList<>(List.of(workspace.bot().id()));
        for (String id : arguments.required("users", "users_list_not_supplied").split(",", -1)) {
            people.add(person(id.strip()).id());
        }
        if (people.size() > MAX_PEOPLE + 1) {
            throw new ApiRefusal("too_many_users");
        }
        boolean known = workspace.channels().findDirect(Set.copyOf(people)).isPresent();
        Channel direct = workspace.channels().openDirect(people);
        ObjectNode answer = Json.object();
        if (known) {
            answer.put("no_op", true).put("already_open", true);
        }
        return answer.set(
                "channel",
                arguments.flag("return_im") ? draw(direct) : Json.object().put("id", direct.id()));
    }

    private SlackUser person(String id) {
        SlackUser user =
                workspace.people().find(id).orElseThrow(() -> new ApiRefusal("user_not_found"));
        if (user.is(SlackUser.Flag.DELETED)) {
            throw new ApiRefusal("user_disabled");
        }
        if (user.is(SlackUser.Flag.BOT)) {
            throw new ApiRefusal("cannot_dm_bot");
        }
        return user;
    }

    private ObjectNode info(Arguments arguments) {
        return Json.object().set("channel", draw(visible(arguments)));
    }

    private ObjectNode list(Arguments arguments) {
        List<String> types =
                List.of(arguments.text("types").orElse("public_channel").split(",", -1));
        boolean live = arguments.flag("exclude_archived");
        List<Channel> found =
                workspace.channels().all().stream()
                        .filter(this::seen)
                        .filter(c -> types.contains(type(c.kind())))
                        .filter(c -> !(live && c.is(Channel.Flag.ARCHIVED)))
                        .toList();
        Page<Channel> page = page(found, arguments);
        ArrayNode channels = Json.array();
        page.items().forEach(c -> channels.add(draw(c)));
        return page.closing(Json.object().set("channels", channels));
    }

    private ObjectNode members(Arguments arguments) {
        Page<String> page = page(visible(arguments).members(), arguments);
        ArrayNode members = Json.array();
        page.items().forEach(members::add);
        return page.closing(Json.object().set("members", members));
    }

    private static <T> Page<T> page(List<T> all, Arguments arguments) {
        return Page.of(all, arguments.text("cursor"), arguments.number("limit", 100, MAX_PAGE));
    }

    private Channel visible(Arguments arguments) {
        return workspace
                .channels()
                .find(arguments.required("channel", "channel_not_found"))
                .filter(this::seen)
                .orElseThrow(() -> new ApiRefusal("channel_not_found"));
    }

    private boolean seen(Channel channel) {
        return channel.kind() == Kind.PUBLIC || channel.has(workspace.bot().id());
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT -> "im";
            case GROUP_DIRECT -> "mpim";
        };
    }

    private ObjectNode draw(Channel channel) {
        ObjectNode shown =
                Json.object()
                        .put("id", channel.id())
                        .put("is_channel", channel.kind() == Kind.PUBLIC)
                        .put("is_group", channel.kind() == Kind.PRIVATE)
                        .put("is_im", channel.kind() == Kind.DIRECT)
                        .put("is_mpim", channel.kind() == Kind.GROUP_DIRECT)
                        .put("is_private", channel.kind() != Kind.PUBLIC)
                        .put("is_archived", channel.is(Channel.Flag.ARCHIVED))
                        .put(
                                "is_shared",
                                channel.is(Channel.Flag.EXT_SHARED)
                                        || channel.is(Channel.Flag.ORG_SHARED))
                        .put("is_ext_shared", channel.is(Channel.Flag.EXT_SHARED))
                        .put("is_org_shared", channel.is(Channel.Flag.ORG_SHARED))
                        .put("is_pending_ext_shared", channel.is(Channel.Flag.PENDING_EXT_SHARED))
                        .put("context_team_id", workspace.team().id());
        if (channel.direct()) {
            channel.members().stream()
                    .filter(m -> !m.equals(workspace.bot().id()))
                    .findFirst()
                    .ifPresent(m -> shown.put("user", m));
        } else {
            shown.put("name", channel.name())
                    .put("name_normalized", channel.name())
                    .put("is_member", channel.has(workspace.bot().id()))
                    .put("num_members", channel.members().size());
        }
        return shown;
    }
}
