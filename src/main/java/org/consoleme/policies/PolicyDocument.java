package org.consoleme.policies;

/** Stand-in until the package arrives. */
public record PolicyDocument(String text) {
    public static PolicyDocument parse(String text) {
        return new PolicyDocument(text);
    }

    public String sha256() {
        return text;
    }
}
