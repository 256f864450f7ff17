package org.consoleme.web.weep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.consoleme.shared.Problem;

/**
 * The body of {@code get_credentials}. Unknown members are ignored (weep's {@code metadata} is
 * one); what is known must have its type, booleans included.
 *
 * @param metadata what weep says about itself, for the log and never for a decision
 */
record CredentialsRequest(
        Optional<String> role,
        boolean userRole,
        Optional<String> application,
        Optional<String> account,
        boolean consoleOnly,
        boolean noIpRestrictions,
        Map<String, String> metadata) {
    private static final String[] METADATA = {
        "hostname", "username", "weep_version", "weep_method"
    };

    CredentialsRequest {
        metadata = Map.copyOf(metadata);
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} naming the member
     */
    static CredentialsRequest of(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw invalid("body", "a JSON object is wanted");
        }
        if (body.has("custom_ip_restrictions")
                && !(body.get("custom_ip_restrictions").isArray()
                        && body.get("custom_ip_restrictions").isEmpty())) {
            throw invalid("custom_ip_restrictions", "not offered here");
        }
        CredentialsRequest request =
                new CredentialsRequest(
                        text(body, "requested_role"),
                        flag(body, "user_role"),
                        text(body, "app_name"),
                        text(body, "account"),
                        flag(body, "console_only"),
                        flag(body, "no_ip_restrictions"),
                        metadata(body.path("metadata")));
        request.checkRules();
        return request;
    }

    RoleQuery query() {
        return new RoleQuery(
                role.orElseThrow(), account, consoleOnly ? Surface.CONSOLE : Surface.CLI);
    }

    private void checkRules() {
        if (role.isEmpty() && application.isEmpty() && !userRole) {
            throw invalid(
                    "requested_role",
                    "give a requested_role, a user_role with account, or an app_name");
        }
        if (userRole && role.isPresent()) {
            throw invalid("user_role", "not together with requested_role");
        }
        if (userRole && account.isEmpty()) {
            throw invalid("account", "needed for user_role");
        }
        if (application.isPresent() && (userRole || role.isPresent())) {
            throw invalid("app_name", "not together with requested_role or user_role");
        }
    }

    private static Optional<String> text(JsonNode body, String name) {
        JsonNode value = body.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw invalid(name, "a string is wanted");
        }
        return Optional.of(value.textValue()).filter(text -> !text.isBlank());
    }

    private static boolean flag(JsonNode body, String name) {
        JsonNode value = body.get(name);
        if (value != null && !value.isBoolean()) {
            throw invalid(name, "true or false is wanted");
        }
        return value != null && value.booleanValue();
    }

    private static Map<String, String> metadata(JsonNode said) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String name : METADATA) {
            if (said.path(name).isTextual()) {
                metadata.put(name, said.path(name).textValue());
            }
        }
        return metadata;
    }

    private static RuntimeException invalid(String field, String reason) {
        return new Problem.Invalid(field, reason).asException();
    }
}
