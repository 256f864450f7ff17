package org.consoleme.slacktwin;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.net.URI;

/** Slack's own client at a twin. */
final class TwinClient {
    static final TwinSettings SETTINGS = TwinSettings.defaults(URI.create("http://127.0.0.1:9/"));

    final TwinServer twin = TwinServer.start(SETTINGS);
    final Slack slack = Slack.getInstance(config());
    final MethodsClient client = slack.methods(SETTINGS.app().botToken());

    void close() throws Exception {
        slack.close();
        twin.close();
    }

    private SlackConfig config() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(twin.apiUrl());
        return config;
    }
}
