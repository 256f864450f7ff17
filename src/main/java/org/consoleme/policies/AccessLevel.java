package org.consoleme.policies;

/**
 * What an action does to what it touches, the gravest first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">Access
 *     levels</a>
 */
public enum AccessLevel {
    PERMISSIONS('P', "Permissions management"),
    WRITE('W', "Write"),
    TAGGING('T', "Tagging"),
    READ('R', "Read"),
    LIST('L', "List");

    private final char letter;
    private final String word;

    AccessLevel(char letter, String word) {
        this.letter = letter;
        this.word = word;
    }

    /** As AWS's console and documentation write it. */
    public String word() {
        return word;
    }

    /** The letter of the action data, in either case. */
    static AccessLevel of(int letter) {
        for (AccessLevel level : values()) {
            if (level.letter == Character.toUpperCase(letter)) {
                return level;
            }
        }
        throw new IllegalStateException("the action data has an unknown access level");
    }
}
