package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.CheckDraft;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.web.console.requests.Wishes.ChangeWishJson;
import org.consoleme.web.console.requests.Wishes.NewRequestJson;
import org.consoleme.web.errors.Texts;

/** Makes of what a page sends what the core asks for. */
@Single
public class Drafts {
    private static final int MOST_CHANGES = 20;
    private static final int LONGEST_KEY = 100;

    private final CheckDraft check;

    @Inject
    public Drafts(CheckDraft check) {
        this.check = check;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid}, {@code TooLarge}; and what
     *     {@link CheckDraft} says
     */
    RequestDraft of(Caller caller, NewRequestJson body) {
        RoleArn role = Wishes.role(Wishes.required(body, "body").role());
        List<ChangeWishJson> changes = Wishes.required(body.changes(), "changes");
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            throw Wishes.invalid("changes", "1 to " + MOST_CHANGES + " changes are wanted");
        }
        return new RequestDraft(
                changes.stream().map(wish -> asked(caller, role, wish)).toList(),
                body.beneficiary().filter(name -> !name.isBlank()).map(UserId::new),
                body.justification().orElse(""),
                false,
                body.onceKey().map(Drafts::onceKey),
                body.dryRun().orElse(false));
    }

    static String onceKey(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw Wishes.invalid("onceKey", "1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }

    private AskedChange asked(Caller caller, RoleArn role, ChangeWishJson wish) {
        String kind = Wishes.required(Wishes.required(wish, "changes").kind(), "kind");
        return switch (kind) {
            case ChangeJson.ROLE ->
                    new AskedChange.Role(role, Wishes.length(wish.minutes().orElse(null)));
            case ChangeJson.PUT -> put(caller, role, wish);
            case ChangeJson.DELETE ->
                    new AskedChange.DeletedPolicy(
                            role, Wishes.required(wish.policyName(), "policyName"));
            default -> throw Wishes.invalid("kind", "unknown: " + Texts.bounded(kind));
        };
    }

    /** Whether it takes another policy's place is what AWS has now, as the page showed. */
    private AskedChange put(Caller caller, RoleArn role, ChangeWishJson wish) {
        PolicyDocument document = Wishes.document(wish.document());
        Optional<String> name = wish.policyName().filter(text -> !text.isEmpty());
        CheckDraft.Checked checked = check.handle(caller, role, name, document);
        if (name.isPresent() && checked.difference().isEmpty()) {
            throw new Problem.Unavailable("AWS", Duration.ofSeconds(30)).asException();
        }
        return checked.before().isPresent()
                ? new AskedChange.ReplacedPolicy(role, name.orElseThrow(), document)
                : new AskedChange.NewPolicy(role, name, document);
    }
}
