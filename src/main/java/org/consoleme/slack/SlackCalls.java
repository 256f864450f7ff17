package org.consoleme.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.Request;
import java.util.Optional;

/** Takes ids and words out of Bolt's payloads. An organisation's own click names no workspace. */
public final class SlackCalls {
    private static final String SIGNATURE = "x-slack-signature";

    private SlackCalls() {}

    public static SlackCall of(SlashCommandPayload payload, Request<?> request) {
        return new SlackCall(
                payload.getTeamId(),
                Optional.ofNullable(payload.getEnterpriseId()),
                payload.getUserId(),
                Optional.ofNullable(payload.getText()).orElse(""),
                new SlackCall.Where(
                        Optional.ofNullable(payload.getResponseUrl()),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.ofNullable(payload.getChannelId()),
                        Optional.empty(),
                        Optional.empty()),
                signature(request));
    }

    /** The text of a click is the button's value. */
    public static SlackCall of(BlockActionPayload payload, Request<?> request) {
        Optional<String> enterprise =
                Optional.ofNullable(payload.getEnterprise()).map(e -> e.getId());
        Optional<BlockActionPayload.Container> container =
                Optional.ofNullable(payload.getContainer());
        return new SlackCall(
                Optional.ofNullable(payload.getTeam())
                        .map(team -> team.getId())
                        .or(() -> enterprise)
                        .orElseThrow(),
                enterprise,
                payload.getUser().getId(),
                Optional.ofNullable(payload.getActions().getFirst().getValue()).orElse(""),
                new SlackCall.Where(
                        Optional.ofNullable(payload.getResponseUrl()),
                        Optional.ofNullable(payload.getTriggerId()),
                        container.map(BlockActionPayload.Container::getChannelId),
                        container.map(BlockActionPayload.Container::getMessageTs),
                        Optional.empty()),
                signature(request));
    }

    /** A modal can be submitted once, however often Slack or a person sends it. */
    public static SlackCall of(ViewSubmissionPayload payload) {
        Optional<String> enterprise =
                Optional.ofNullable(payload.getEnterprise()).map(e -> e.getId());
        return new SlackCall(
                Optional.ofNullable(payload.getTeam())
                        .map(team -> team.getId())
                        .or(() -> enterprise)
                        .orElseThrow(),
                enterprise,
                payload.getUser().getId(),
                Optional.ofNullable(payload.getView().getPrivateMetadata()).orElse(""),
                SlackCall.Where.NOWHERE,
                "view " + payload.getView().getId());
    }

    public static SlackCall of(GlobalShortcutPayload payload, Request<?> request) {
        Optional<String> enterprise =
                Optional.ofNullable(payload.getEnterprise()).map(e -> e.getId());
        return new SlackCall(
                Optional.ofNullable(payload.getTeam())
                        .map(team -> team.getId())
                        .or(() -> enterprise)
                        .orElseThrow(),
                enterprise,
                payload.getUser().getId(),
                "",
                new SlackCall.Where(
                        Optional.empty(),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                signature(request));
    }

    /** The text is what was typed so far. */
    public static SlackCall of(BlockSuggestionPayload payload, Request<?> request) {
        Optional<String> enterprise =
                Optional.ofNullable(payload.getEnterprise()).map(e -> e.getId());
        return new SlackCall(
                Optional.ofNullable(payload.getTeam())
                        .map(team -> team.getId())
                        .or(() -> enterprise)
                        .orElseThrow(),
                enterprise,
                payload.getUser().getId(),
                Optional.ofNullable(payload.getValue()).orElse(""),
                SlackCall.Where.NOWHERE,
                signature(request));
    }

    private static String signature(Request<?> request) {
        return Optional.ofNullable(request.getHeaders().getFirstValue(SIGNATURE)).orElse("");
    }
}
