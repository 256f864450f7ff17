package org.consoleme.policies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.ProblemException;

/**
 * An identity's policy: its exact text, which is what is hashed, shown and sent to AWS, and what
 * that text says. Two documents are equal if their texts are; {@link #sameMeaning} looks past
 * layout.
 */
public final class PolicyDocument {
    /** How a {@code Problem.Invalid} names the document where it names no element of it. */
    public static final String FIELD = "policy_document";

    private final String text;
    private final Json json;
    private final PolicyReader.Policy policy;

    private PolicyDocument(String text) {
        this.text = PolicyText.checked(text);
        this.json = JsonReader.read(text);
        this.policy = PolicyReader.read(json);
    }

    /**
     * Reads a document, in time and memory that its length bounds.
     *
     * @param text at most 64 KiB of UTF-8; no character above U+00FF, as AWS has it
     * @throws ProblemException {@code TooLarge} before anything is parsed; {@code Invalid} with
     *     {@link #FIELD} or an element's path such as {@code Statement[1].Action} as its field
     */
    public static PolicyDocument parse(String text) {
        return new PolicyDocument(text);
    }

    /** As {@link #parse(String)}; bytes that are not UTF-8 are {@code Invalid}. */
    public static PolicyDocument parse(byte[] utf8) {
        return new PolicyDocument(PolicyText.decoded(utf8));
    }

    /** As {@link #parse(String)}, for what is stored or lives in AWS and may be older than us. */
    public static Optional<PolicyDocument> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /** What was given, character for character. */
    public String text() {
        return text;
    }

    /** {@code 2012-10-17} or {@code 2008-10-17}, which is also what AWS takes none for. */
    public Optional<String> version() {
        return policy.version();
    }

    public Optional<String> id() {
        return policy.id();
    }

    /** At least one, in the order of the text. */
    public List<Statement> statements() {
        return policy.statements();
    }

    /** SHA-256 of {@link #text} in UTF-8: 64 hexadecimal digits, lower case. */
    public String sha256() {
        return sha256(text);
    }

    /** As {@link #sha256()}, for a text that may be no document of ours. */
    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The text laid out one value on a line, two spaces a level, keys in their order. */
    public String pretty() {
        return PrettyJson.of(json);
    }

    /**
     * The same text for every document that says the same: keys and lists sorted, no white space, a
     * single value in a list of its own, actions in lower case, no value twice, statements in an
     * order of ours. To be compared, not to be kept: its form may change.
     */
    public String canonical() {
        return CanonicalText.of(this);
    }

    /**
     * Whether AWS would do the same with both. Names ({@code Sid}, {@code Id}) count as content.
     */
    public boolean sameMeaning(PolicyDocument other) {
        return canonical().equals(other.canonical());
    }

    /** Characters as AWS holds them against its limits: without white space. */
    public int countedSize() {
        return PolicyText.counted(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyDocument document && text.equals(document.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Says which document it is and not what is in it: policies do not belong in logs. */
    @Override
    public String toString() {
        return "PolicyDocument " + sha256();
    }
}
