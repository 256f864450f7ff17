package org.consoleme.requests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.consoleme.policies.PolicyDocument;

/**
 * The hash that binds a decision to what was shown: role, beneficiary, every change with its exact
 * document, what it replaces, and its length; and until when it was to be decided, so that a
 * request which was opened again asks for new decisions. Each part is written with its length
 * before it, so that no two contents make the same text.
 */
final class ReviewedHash {
    private final StringBuilder text = new StringBuilder();

    private ReviewedHash() {}

    /** Lower-case hex of SHA-256. */
    static String of(ChangeRequest request) {
        ReviewedHash hash = new ReviewedHash();
        hash.add(request.id().value()).add(request.beneficiary().key());
        hash.add(request.expiresAt().map(end -> "" + end.getEpochSecond()).orElse(""));
        request.changes().forEach(change -> hash.add(change.id()).add(change.change()));
        return hash.digest();
    }

    private void add(Change change) {
        add(change.role().toString());
        switch (change) {
            case Change.RoleForATime role -> add("role").add(role.length().toString());
            case Change.PutInlinePolicy put ->
                    add("put")
                            .add(put.name())
                            .add(put.document().text())
                            .add(put.before().isPresent() ? "replaces" : "new")
                            .add(put.before().map(PolicyDocument::text).orElse(""));
            case Change.DeleteInlinePolicy delete ->
                    add("delete").add(delete.name()).add(delete.before().text());
        }
    }

    private ReviewedHash add(String part) {
        text.append(part.length()).append(':').append(part);
        return this;
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
