package org.consoleme.web.console.requests;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.accounts.AccountList;
import org.consoleme.policies.Risk;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.RequestRisk;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of a list of requests.
 *
 * @param role null where an older row does not say, or names what is no role
 * @param summary what is asked for, in a few words
 * @param requester null where an older row does not say
 * @param older made by ConsoleMe: to be read, and no more
 * @param unreadable what is wrong with a row that cannot be read
 */
public record RequestRowJson(
        String id,
        @Schema(
                        enumeration = {
                            "pending",
                            "approved",
                            "applying",
                            "applied",
                            "failed",
                            "rejected",
                            "cancelled",
                            "expired"
                        })
                String state,
        Optional<RoleNameJson> role,
        String summary,
        @Schema(enumeration = {"low", "medium", "high"}) String risk,
        Optional<String> requester,
        Optional<String> beneficiary,
        String justification,
        Optional<Instant> requestedAt,
        Optional<Instant> expiresAt,
        boolean older,
        Optional<String> unreadable) {

    static RequestRowJson of(SeenRequest seen, AccountList accounts, RequestRisk risks) {
        return switch (seen) {
            case SeenRequest.Ours(ChangeRequest request) -> of(request, accounts, risks);
            case SeenRequest.Unreadable(UnreadableRequest request) -> of(request);
            case SeenRequest.Older(OlderRequest request) -> of(request, accounts);
        };
    }

    /** Nothing of it is known, and nothing comes of it until a release reads it again. */
    private static RequestRowJson of(UnreadableRequest request) {
        return new RequestRowJson(
                request.id().value(),
                Words.of(RequestState.Name.CANCELLED),
                Optional.empty(),
                "a request that cannot be read",
                Words.of(Risk.HIGH),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(request.requestedAt()),
                Optional.empty(),
                false,
                Optional.of(UnreadableRequest.SENTENCE));
    }

    static RequestRowJson of(ChangeRequest request, AccountList accounts, RequestRisk risks) {
        return new RequestRowJson(
                request.id().value(),
                Words.of(request.state().name()),
                Optional.of(RoleNameJson.of(request.role(), accounts)),
                Words.summary(request),
                Words.of(risks.of(request)),
                Optional.of(request.requester()).map(UserId::value),
                Optional.of(request.beneficiary()).map(UserId::value),
                request.justification(),
                Optional.of(request.requestedAt()),
                request.expiresAt(),
                false,
                Optional.empty());
    }

    static RequestRowJson of(OlderRequest request, AccountList accounts) {
        return new RequestRowJson(
                request.id().value(),
                state(request.status()),
                request.arn()
                        .flatMap(RoleArn::tryParse)
                        .map(role -> RoleNameJson.of(role, accounts)),
                Words.summary(request.changeTypes()),
                "low",
                request.requester(),
                request.requester(),
                request.justification().orElse(""),
                request.requestedAt(),
                Optional.empty(),
                true,
                request.unreadable());
    }

    /** ConsoleMe's word as ours; whatever else stands there, nothing comes of it any more. */
    private static String state(String status) {
        return switch (status) {
            case "pending", "rejected" -> status;
            case "approved" -> "applied";
            default -> "cancelled";
        };
    }

    /** Whether the words that somebody looks for stand in what a reader sees of it. */
    boolean mentions(String lowerCase) {
        String all =
                String.join(
                        "\n",
                        id,
                        role.map(RoleNameJson::arn).orElse(""),
                        role.map(RoleNameJson::accountName).orElse(""),
                        summary,
                        requester.orElse(""),
                        beneficiary.orElse(""),
                        justification);
        return all.toLowerCase(Locale.ROOT).contains(lowerCase);
    }
}
