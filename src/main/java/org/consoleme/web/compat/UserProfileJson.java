package org.consoleme.web.compat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.Map;
import org.consoleme.shared.Configuration;

/**
 * A person and the frame of ConsoleMe's pages. Every member is always there; what this server does
 * not have is null or off, never pictures or scripts from elsewhere.
 *
 * @param accounts number to name, active ones
 */
record UserProfileJson(
        @JsonProperty("site_config") Site site,
        String user,
        @JsonProperty("can_logout") boolean canLogout,
        @JsonProperty("is_contractor") boolean contractor,
        @JsonProperty("employee_photo_url") String photo,
        @JsonProperty("employee_info_url") String info,
        Authorization authorization,
        Map<String, Map<String, Object>> pages,
        Map<String, String> accounts) {
    private static final Map<String, Object> OFF = Map.of("enabled", false);

    /** The pages of requests, policies and configuration do not exist yet. */
    static final Map<String, Map<String, Object>> PAGES =
            Map.of(
                    "header",
                    Map.of(
                            "custom_header_message_title", "",
                            "custom_header_message_text", "",
                            "custom_header_message_route", ".*"),
                    "groups",
                    OFF,
                    "users",
                    OFF,
                    "policies",
                    OFF,
                    "self_service",
                    OFF,
                    "api_health",
                    OFF,
                    "audit",
                    OFF,
                    "config",
                    OFF);

    /** What the caller may do. */
    record Authorization(
            @JsonProperty("can_edit_policies") boolean editPolicies,
            @JsonProperty("can_create_roles") boolean createRoles,
            @JsonProperty("can_delete_iam_principals") boolean deletePrincipals) {}

    /** Links of the site. */
    record Site(
            @JsonProperty("consoleme_logo") String logo,
            @JsonProperty("google_analytics") Map<String, Object> analytics,
            @JsonProperty("documentation_url") String documentation,
            @JsonProperty("support_contact") String supportContact,
            @JsonProperty("support_chat_url") String supportChat,
            @JsonProperty("security_logo") String securityLogo,
            @JsonProperty("security_url") String securityUrl,
            @JsonProperty("landing_url") String landingUrl,
            @JsonProperty("temp_policy_support") Boolean temporaryPolicies,
            Map<String, Object> notifications,
            @JsonProperty("cloudtrail_denies_policy_generation") boolean fromDenials) {
        private static final int NOTIFICATIONS_SECONDS = 60;

        static Site of(Configuration configuration) {
            Map<String, Object> analytics = new HashMap<>();
            analytics.put("tracking_id", null);
            analytics.put("options", Map.of());
            Map<String, Object> notifications = new HashMap<>();
            notifications.put("enabled", null);
            notifications.put("request_interval", NOTIFICATIONS_SECONDS);
            return new Site(
                    null,
                    analytics,
                    configuration.text("documentation_page").orElse(null),
                    configuration.text("support_contact").orElse(null),
                    configuration.text("support_chat_url").orElse(null),
                    null,
                    null,
                    null,
                    null,
                    notifications,
                    false);
        }
    }
}
