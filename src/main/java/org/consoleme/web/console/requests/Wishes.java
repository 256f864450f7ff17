package org.consoleme.web.console.requests;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the pages send. */
final class Wishes {
    private static final long MOST_MINUTES = Duration.ofDays(365).toMinutes();

    private Wishes() {}

    /**
     * A request that somebody makes.
     *
     * @param beneficiary for whom; null for oneself
     * @param onceKey however often the same key is sent, one request is made
     * @param dryRun looks at everything and stores nothing
     */
    public record NewRequestJson(
            @Schema(required = true) String role,
            @Schema(required = true) List<ChangeWishJson> changes,
            Optional<String> beneficiary,
            Optional<String> justification,
            Optional<String> onceKey,
            Optional<Boolean> dryRun) {}

    /**
     * A change that is asked for.
     *
     * @param minutes of a role
     * @param policyName of a policy; null for a new one that gets its name from us
     * @param document the exact text of a policy that is put
     */
    public record ChangeWishJson(
            @Schema(
                            required = true,
                            enumeration = {"role", "put_inline_policy", "delete_inline_policy"})
                    String kind,
            Optional<Long> minutes,
            Optional<String> policyName,
            Optional<String> document) {}

    /**
     * A decision.
     *
     * @param hash of what was shown
     * @param changes ids; none for all that are open
     * @param reason required to reject
     */
    public record DecisionJson(
            @Schema(
                            required = true,
                            enumeration = {"approve", "reject"})
                    String verdict,
            @Schema(required = true) String hash,
            Optional<List<String>> changes,
            Optional<String> reason) {}

    /** Another content of a change: the length of a role's, or the text of a policy. */
    public record EditJson(Optional<Long> minutes, Optional<String> document) {}

    /** Something said. */
    public record SayingJson(@Schema(required = true) String text) {}

    /** Why a grant is revoked. */
    public record RevocationJson(Optional<String> reason) {}

    /** Again, from the decision on. */
    public record ExtensionJson(
            @Schema(required = true) Long minutes,
            Optional<String> justification,
            Optional<String> onceKey) {}

    static <T> T required(T value, String field) {
        if (value == null) {
            throw invalid(field, "is missing");
        }
        return value;
    }

    static <T> T required(Optional<T> value, String field) {
        return value.orElseThrow(() -> invalid(field, "is missing"));
    }

    static RoleArn role(String text) {
        return RoleArn.parse(required(text, "role"));
    }

    /** The rule's own bounds come after these. */
    static Duration length(Long minutes) {
        if (required(minutes, "minutes") < 1 || minutes > MOST_MINUTES) {
            throw invalid("minutes", "1 to " + MOST_MINUTES);
        }
        return Duration.ofMinutes(minutes);
    }

    static PolicyDocument document(Optional<String> text) {
        return PolicyDocument.parse(required(text, "document"));
    }

    static ProblemException invalid(String field, String reason) {
        return new Problem.Invalid(field, reason).asException();
    }
}
