package org.consoleme.web.weep;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code data} of {@code GET /api/v2/get_roles}; {@code roles} is always there. */
record RolesJson(List<Role> roles) {
    /**
     * @param accountName {@code Unknown} makes weep show the number
     * @param name with its path
     */
    record Role(
            String arn,
            @JsonProperty("account_id") String accountId,
            @JsonProperty("account_friendly_name") String accountName,
            @JsonProperty("role_name") String name,
            Apps apps) {}

    /** No application is tied to a role here. */
    record Apps(@JsonProperty("app_details") List<String> details) {}
}
