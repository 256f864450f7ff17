package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.consoleme.shared.RoleArn;

/** Whom a request is about. */
record PrincipalJson(
        @JsonProperty("principal_type") String type, @JsonProperty("principal_arn") String arn) {
    static final String AWS_RESOURCE = "AwsResource";

    static PrincipalJson of(RoleArn role) {
        return new PrincipalJson(AWS_RESOURCE, role.toString());
    }
}
