package org.consoleme.web.weep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.consoleme.shared.Problem;

/**
 * The body of {@code get_credentials}. Unknown members are ignored (weep's {@code metadata} is
 * one); what is known must have its type, booleans included.
 *
 * @param ipRanges {@code custom_ip_restrictions}: for applications
 * @param metadata what weep says about itself, for the log and never for a decision
 */
record CredentialsRequest(
        Optional<String> role,
        boolean userRole,
        Optional<String> application,
        Optional<String> account,
        boolean consoleOnly,
        boolean noIpRestrictions,
        List<String> ipRanges,
        Map<String, String> metadata) {
    private static final String RANGES = "custom_ip_restrictions";
    private static final int MOST_RANGES = 50;
    private static final String[] METADATA = {
        "hostname", "username", "weep_version", "weep_method"
    };

    CredentialsRequest {
        ipRanges = List.copyOf(ipRanges);
        metadata = Map.copyOf(metadata);
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} naming the member
     */
    static CredentialsRequest of(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw invalid("body", "a JSON object is wanted");
        }
        CredentialsRequest request =
                new CredentialsRequest(
                        text(body, "requested_role"),
                        flag(body, "user_role"),
                        text(body, "app_name"),
                        text(body, "account"),
                        flag(body, "console_only"),
                        flag(body, "no_ip_restrictions"),
                        ranges(body),
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

    private static List<String> ranges(JsonNode body) {
        JsonNode value = body.get(RANGES);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_RANGES) {
            throw invalid(RANGES, "a list of at most " + MOST_RANGES + " address ranges");
        }
        List<String> ranges = new ArrayList<>();
        for (JsonNode range : value) {
            if (!range.isTextual()) {
                throw invalid(RANGES, "a list of strings is wanted");
            }
            ranges.add(range.textValue());
        }
        return ranges;
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
