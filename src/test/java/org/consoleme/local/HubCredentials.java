package org.consoleme.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** The credentials under which the server works in its own account; good for the stand-in alone. */
record HubCredentials(String accessKeyId, String secretAccessKey, String sessionToken) {
    /**
     * What a stack says to an AWS that it did not start: nothing of the shell's, and no real key.
     */
    static HubCredentials fake() {
        return new HubCredentials("AKIALOCALSTACKHUB000", "local-stack-fake-secret", "");
    }

    /** From {@code AWS_…} variables. */
    static HubCredentials of(Map<String, String> variables) {
        return new HubCredentials(
                variables.get("AWS_ACCESS_KEY_ID"),
                variables.get("AWS_SECRET_ACCESS_KEY"),
                variables.get("AWS_SESSION_TOKEN"));
    }

    Map<String, String> asVariables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ACCESS_KEY_ID", accessKeyId);
        variables.put("AWS_SECRET_ACCESS_KEY", secretAccessKey);
        if (!sessionToken.isEmpty()) {
            variables.put("AWS_SESSION_TOKEN", sessionToken);
        }
        return variables;
    }

    @Override
    public String toString() {
        return "HubCredentials[" + accessKeyId + "]";
    }
}
