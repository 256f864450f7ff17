package org.consoleme.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.slacktwin.TwinServer;
import org.consoleme.slacktwin.TwinSettings;

/** The configuration of a node that is connected with a twin. */
final class DoorKeys {
    private DoorKeys() {}

    static Map<String, Object> of(TwinSettings twinSettings, TwinServer twin) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("slack.signing_secret", twinSettings.signingSecret());
        keys.put("slack.bot_token", twinSettings.app().botToken());
        keys.put("slack.api_url", twin.apiUrl());
        if (twinSettings.manifest().socketMode()) {
            keys.put("slack.app_token", twinSettings.app().appToken());
        }
        keys.put("slack.approvals_channel", TwinSettings.APPROVALS);
        keys.put("url", SlackDoor.PAGE);
        return keys;
    }
}
