package org.consoleme.slacktwin.api;

import java.util.List;

/**
 * The app as Slack knows it.
 *
 * @param appId {@code A…}
 * @param botId {@code B…}; not the bot's user id
 * @param botToken what calls must carry
 * @param appToken what {@code apps.connections.open} must carry, {@code xapp-…}
 * @param scopes what the token may do, as {@code x-oauth-scopes} says
 */
public record AppIdentity(
        String appId, String botId, String botToken, String appToken, List<String> scopes) {
    public AppIdentity {
        scopes = List.copyOf(scopes);
    }

    /** The same app whose token may do this and no more. */
    public AppIdentity allowed(List<String> newScopes) {
        return new AppIdentity(appId, botId, botToken, appToken, newScopes);
    }

    @Override
    public String toString() {
        return "AppIdentity[" + appId + ", " + botId + ", ***, " + scopes + "]";
    }
}
