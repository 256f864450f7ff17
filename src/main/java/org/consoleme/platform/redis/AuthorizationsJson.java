package org.consoleme.platform.redis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consoleme.access.AuthorizationMapping;
import org.consoleme.platform.StoredJson;

/** ConsoleMe's credential authorization mapping and its reverse. */
final class AuthorizationsJson {
    private static final String ROLES = "authorized_roles";
    private static final String CLI_ONLY = "authorized_roles_cli_only";

    private AuthorizationsJson() {}

    /** {@code {identity: {"authorized_roles": […], "authorized_roles_cli_only": […]}}}. */
    static void write(AuthorizationMapping mapping, JsonGenerator json) throws IOException {
        Set<String> identities = new TreeSet<>(mapping.authorized().keySet());
        identities.addAll(mapping.cliOnly().keySet());
        json.writeStartObject();
        for (String identity : identities) {
            json.writeObjectFieldStart(identity);
            list(json, ROLES, mapping.authorized().getOrDefault(identity, Set.of()));
            list(json, CLI_ONLY, mapping.cliOnly().getOrDefault(identity, Set.of()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /**
     * {@code {role ARN in lower case: [identity, …]}}; an identity in both lists is there twice, as
     * ConsoleMe has it.
     */
    static void writeReverse(AuthorizationMapping mapping, JsonGenerator json) throws IOException {
        Map<String, List<String>> identities = new TreeMap<>();
        reverse(mapping.authorized(), identities);
        reverse(mapping.cliOnly(), identities);
        json.writeStartObject();
        for (Map.Entry<String, List<String>> role : identities.entrySet()) {
            list(json, role.getKey(), role.getValue().stream().sorted().toList());
        }
        json.writeEndObject();
    }

    private static void reverse(
            Map<String, Set<String>> rolesOf, Map<String, List<String>> identities) {
        rolesOf.forEach(
                (identity, roles) ->
                        roles.stream()
                                .map(role -> role.toLowerCase(Locale.ROOT))
                                .distinct()
                                .forEach(
                                        role ->
                                                identities
                                                        .computeIfAbsent(
                                                                role, r -> new ArrayList<>())
                                                        .add(identity)));
    }

    private static void list(JsonGenerator json, String name, Iterable<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static AuthorizationMapping read(JsonNode json) {
        Map<String, Set<String>> authorized = new HashMap<>();
        Map<String, Set<String>> cliOnly = new HashMap<>();
        json.properties()
                .forEach(
                        identity -> {
                            put(authorized, identity.getKey(), identity.getValue().path(ROLES));
                            put(cliOnly, identity.getKey(), identity.getValue().path(CLI_ONLY));
                        });
        return new AuthorizationMapping(authorized, cliOnly);
    }

    private static void put(Map<String, Set<String>> rolesOf, String identity, JsonNode roles) {
        if (!roles.isEmpty()) {
            rolesOf.put(identity, new LinkedHashSet<>(StoredJson.texts(roles)));
        }
    }
}
