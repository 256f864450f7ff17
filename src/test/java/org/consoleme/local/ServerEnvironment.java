package org.consoleme.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.shared.Secret;

/**
 * The whole environment of the server's process, made from nothing: no AWS variable, profile or
 * proxy of the shell reaches it.
 */
final class ServerEnvironment {
    static final String REGION = "us-east-1";

    private ServerEnvironment() {}

    /**
     * @param slack the {@code SLACK_*} variables of the twin or of a real workspace; may be empty
     */
    static Map<String, String> of(
            StackSettings settings, Path state, HubCredentials hub, Map<String, Secret> slack) {
        Map<String, String> environment = new LinkedHashMap<>(settings.inherited());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", settings.server().toString());
        environment.put("JOB_REPOSITORY", state.resolve("job-repository").toString());
        environment.put("HTTP_HOST", "127.0.0.1");
        environment.put("HTTP_PORT", Integer.toString(settings.ports().server()));
        environment.put("CONFIG_LOCATION", state.resolve("consoleme.yaml").toString());
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_ENDPOINT_URL", settings.awsAddress().toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", settings.dynamodbAddress().toString());
        environment.putAll(hub.asVariables());
        // HOME may hold real profiles: the SDK is pointed at files that do not exist
        environment.put("AWS_CONFIG_FILE", state.resolve("no-aws-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", state.resolve("no-aws-credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        slack.forEach((name, value) -> environment.put(name, value.reveal()));
        return environment;
    }
}
