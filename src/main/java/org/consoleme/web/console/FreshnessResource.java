package org.consoleme.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.operations.Freshness;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fresh what we know of each account is, for administrators. */
@Path("/api/v3/freshness")
@Produces(MediaType.APPLICATION_JSON)
public class FreshnessResource {
    @Inject WebCallers callers;
    @Inject Freshness freshness;

    /** Accounts by kinds. */
    public record FreshnessJson(List<String> kinds, List<AccountJson> accounts) {}

    /** One account's cells. */
    public record AccountJson(String accountId, String accountName, List<CellJson> cells) {}

    /**
     * One kind of one account.
     *
     * @param error what went wrong, or why it is left out
     */
    public record CellJson(
            String kind,
            @Schema(enumeration = {"FRESH", "LATE", "FAILED", "NEVER", "LEFT_OUT"}) String state,
            Optional<Instant> asOf,
            Optional<String> error) {}

    @GET
    @Operation(summary = "How old what we know of each account is, for administrators")
    public FreshnessJson all(@Context HttpServletRequest request) {
        List<AccountJson> accounts =
                freshness.handle(callers.require(request)).stream()
                        .map(
                                row ->
                                        new AccountJson(
                                                row.account().value(),
                                                row.name(),
                                                List.of(
                                                        new CellJson(
                                                                word(row.kind()),
                                                                row.state().name(),
                                                                row.asOf(),
                                                                row.why()))))
                        .toList();
        return new FreshnessJson(
                Arrays.stream(Freshness.Kind.values()).map(FreshnessResource::word).toList(),
                accounts);
    }

    private static String word(Freshness.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
