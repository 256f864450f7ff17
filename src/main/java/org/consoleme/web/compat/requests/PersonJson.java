package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.consoleme.shared.UserId;

/**
 * A person as ConsoleMe's own plug-ins describe them. Nothing is loaded from elsewhere: there is no
 * picture.
 */
record PersonJson(
        String email,
        @JsonProperty("extended_info") Extended extended,
        @JsonProperty("details_url") String details,
        @JsonProperty("photo_url") String photo) {

    /** What ConsoleMe took from a directory of Google's; no more than the address is known here. */
    record Extended(String domain, String userName, Name name, String primaryEmail) {}

    /** Not known. */
    record Name(String givenName, String familyName, String fullName) {}

    static PersonJson of(UserId user) {
        String email = user.value();
        return new PersonJson(
                email, new Extended("", email, new Name("", "", ""), email), null, null);
    }
}
