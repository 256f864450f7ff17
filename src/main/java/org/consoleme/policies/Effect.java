package org.consoleme.policies;

/** What a statement does with what it matches. */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** As it stands in a document; case matters. */
    public String word() {
        return word;
    }
}
