package org.consoleme.web.weep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** ConsoleMe's envelope of a success, without what is not set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebResponse<T>(
        String status, @JsonProperty("status_code") int statusCode, String message, T data) {
    static <T> WebResponse<T> of(T data) {
        return new WebResponse<>("success", 200, null, data);
    }

    static <T> WebResponse<T> of(String message, T data) {
        return new WebResponse<>("success", 200, message, data);
    }
}
