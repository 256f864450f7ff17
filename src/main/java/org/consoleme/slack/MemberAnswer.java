package org.consoleme.slack;

import com.google.gson.annotations.SerializedName;
import com.slack.api.methods.SlackApiTextResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer of {@code users.info}, read by Gson. The SDK's own model has primitive flags, in which
 * "left out" reads as "no": a deactivated user would pass for an active one.
 */
final class MemberAnswer implements SlackApiTextResponse {
    /** Slack's own voice, which it calls no bot. */
    private static final String SLACKBOT = "USLACKBOT";

    private boolean ok;
    private String warning;
    private String error;
    private String needed;
    private String provided;
    private transient Map<String, List<String>> httpResponseHeaders = Map.of();
    private User user;

    /** Gson fills what it finds; {@code null} is what Slack left out. */
    private static final class User {
        private String id;
        private String teamId;
        private String name;
        private String realName;
        private Boolean deleted;
        private Boolean isBot;
        private Boolean isWorkflowBot;
        private Boolean isRestricted;
        private Boolean isUltraRestricted;
        private Boolean isStranger;
        private EnterpriseUser enterpriseUser;
        private Profile profile;
    }

    private static final class EnterpriseUser {
        private String enterpriseId;
    }

    private static final class Profile {
        private String realName;

        @SerializedName("image_72")
        private String image72;
    }

    /** Empty if the answer names no user. */
    Optional<SlackMember> member() {
        return Optional.ofNullable(user)
                .filter(u -> u.id != null)
                .map(
                        u ->
                                new SlackMember(
                                        u.id,
                                        Optional.ofNullable(u.teamId),
                                        Optional.ofNullable(u.enterpriseUser)
                                                .map(e -> e.enterpriseId),
                                        name(u),
                                        Optional.ofNullable(u.profile)
                                                .map(p -> p.image72)
                                                .filter(url -> url.startsWith("https://")),
                                        full(u)));
    }

    private static String name(User user) {
        return Stream.of(
                        user.realName,
                        user.profile == null ? null : user.profile.realName,
                        user.name,
                        user.id)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Slack sends the first four for every member, the other two only where they are true. */
    private static boolean full(User user) {
        return Stream.of(user.deleted, user.isBot, user.isRestricted, user.isUltraRestricted)
                        .allMatch(Boolean.FALSE::equals)
                && !Boolean.TRUE.equals(user.isWorkflowBot)
                && !Boolean.TRUE.equals(user.isStranger)
                && !SLACKBOT.equals(user.id);
    }

    @Override
    public boolean isOk() {
        return ok;
    }

    @Override
    public void setOk(boolean ok) {
        this.ok = ok;
    }

    @Override
    public String getWarning() {
        return warning;
    }

    @Override
    public void setWarning(String warning) {
        this.warning = warning;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public void setError(String error) {
        this.error = error;
    }

    @Override
    public String getNeeded() {
        return needed;
    }

    @Override
    public void setNeeded(String needed) {
        this.needed = needed;
    }

    @Override
    public String getProvided() {
        return provided;
    }

    @Override
    public void setProvided(String provided) {
        this.provided = provided;
    }

    @Override
    public Map<String, List<String>> getHttpResponseHeaders() {
        return httpResponseHeaders;
    }

    @Override
    public void setHttpResponseHeaders(Map<String, List<String>> headers) {
        this.httpResponseHeaders = headers;
    }
}
