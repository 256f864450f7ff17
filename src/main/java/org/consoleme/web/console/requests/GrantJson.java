package org.consoleme.web.console.requests;

import java.time.Instant;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.accounts.AccountList;
import org.consoleme.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A grant.
 *
 * @param mine of the one who looks; names of people are not to be compared letter by letter
 * @param ended how it ended before its time
 */
public record GrantJson(
        String id,
        RoleNameJson role,
        String user,
        boolean mine,
        String request,
        Instant start,
        Instant end,
        boolean live,
        Optional<EndedJson> ended) {

    /** Who ended it, and when. */
    public record EndedJson(
            @Schema(enumeration = {"returned", "revoked"}) String how, String by, Instant at) {
        static EndedJson of(Grant.Closed closed) {
            return new EndedJson(Words.of(closed.how()), closed.by().value(), closed.at());
        }
    }

    static GrantJson of(Grant grant, Caller caller, Instant now, AccountList accounts) {
        return new GrantJson(
                grant.id().value(),
                RoleNameJson.of(grant.role(), accounts),
                grant.user().value(),
                grant.user().equals(caller.user()),
                grant.request().value(),
                grant.start(),
                grant.end(),
                grant.live(now),
                grant.closed().map(EndedJson::of));
    }
}
