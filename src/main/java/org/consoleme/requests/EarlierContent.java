package org.consoleme.requests;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;

/**
 * What a request asked for until it was edited or opened again, kept so that whoever decides on
 * that can be told what changed: {@link ChangedSince}. A list of them says step by step, the newest
 * last, what each step replaced; so the oldest can be forgotten without harm to the rest.
 *
 * @param hash {@link ChangeRequest#hash} of the request before the step
 * @param replaced the change that the step rewrote, as it was; empty where the step only gave more
 *     time to decide
 */
public record EarlierContent(String hash, Optional<Replaced> replaced) {
    /** Steps that are remembered. */
    static final int MOST = 20;

    /** Characters of policies that are remembered: a tenth of what a row in DynamoDB may hold. */
    static final int MOST_CHARACTERS = 40_000;

    /**
     * A change as it was.
     *
     * @param id the change's, within its request
     */
    public record Replaced(String id, Change change) {}

    /** Those of the request and, as the newest, what it is now; the oldest go where it is much. */
    static List<EarlierContent> with(ChangeRequest request, Optional<Replaced> replaced) {
        List<EarlierContent> all = new ArrayList<>(request.earlier());
        all.add(new EarlierContent(request.hash(), replaced));
        Deque<EarlierContent> kept = new ArrayDeque<>();
        int characters = 0;
        for (EarlierContent one : all.reversed()) {
            characters += one.characters();
            if (kept.size() == MOST || characters > MOST_CHARACTERS) {
                break;
            }
            kept.addFirst(one);
        }
        return List.copyOf(kept);
    }

    private int characters() {
        return replaced.map(Replaced::change).map(EarlierContent::characters).orElse(0);
    }

    private static int characters(Change change) {
        return switch (change) {
            case Change.RoleForATime _ -> 0;
            case Change.PutInlinePolicy put ->
                    put.document().text().length()
                            + put.before().map(PolicyDocument::text).map(String::length).orElse(0);
            case Change.DeleteInlinePolicy delete -> delete.before().text().length();
        };
    }
}
