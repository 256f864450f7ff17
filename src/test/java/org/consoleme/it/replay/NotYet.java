package org.consoleme.it.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recorded routes that do not exist here yet, with what brings them. They are asked all the same:
 * the answer is that there is nothing, never a failure. Whoever adds a route takes its line away.
 */
final class NotYet {
    private static final Map<String, String> ROUTES = new LinkedHashMap<>();

    static {
        ROUTES.put("POST /api/v2/login", "password sign-in: users of the product's own");
        ROUTES.put("(POST|PUT|DELETE) /api/v2/user", "users of the product's own");
        ROUTES.put("GET /policies/typeahead", "policy pages");
        ROUTES.put("GET /api/v2/typeahead/.*", "policy requests: resources to choose from");
        ROUTES.put("GET /api/v1/policyuniverse/autocomplete", "policy requests: the editor");
        ROUTES.put("(GET|POST) /api/v2/policies(_page_config)?", "policy pages");
        ROUTES.put("POST /api/v2/generate_changes", "policy requests: the wizard");
        ROUTES.put("(GET|PUT|DELETE) /api/v2/(mtls/)?roles/.*", "pages of roles and users");
        ROUTES.put("POST /api/v2/(roles|clone/role)", "making, cloning and deleting roles");
        ROUTES.put("GET /api/v2/users/.*", "pages of roles and users");
        ROUTES.put("GET /api/v2/resources/.*", "pages of resources");
        ROUTES.put("GET /api/v2/managed_policies(_on_principal)?/.*", "policy pages");
        ROUTES.put("GET /api/v2/service_control_policies/.*", "policy pages");
        ROUTES.put("(GET|POST) /api/v2/dynamic_config", "the editor of the dynamic configuration");
        ROUTES.put("GET /api/v2/notifications", "notifications");
        ROUTES.put("GET /api/v2/audit/.*", "audit pages");
    }

    private NotYet() {}

    /** What brings the route; empty if it is there. */
    static Optional<String> reason(Exchange exchange) {
        String asked = exchange.method() + " " + exchange.route();
        return ROUTES.entrySet().stream()
                .filter(route -> asked.matches(route.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
