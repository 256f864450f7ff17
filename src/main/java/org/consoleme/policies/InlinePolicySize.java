package org.consoleme.policies;

import java.util.Optional;

/**
 * The inline policies of a role, user or group together against AWS's limit, which is the same in
 * all accounts.
 *
 * @param limit characters, white space aside
 * @param document characters of the policy in question, as {@link PolicyDocument#countedSize}
 * @param others characters of the other inline policies together
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length">IAM
 *     and STS character limits</a>
 */
public record InlinePolicySize(String holder, int limit, int document, int others) {
    public static final int ROLE_LIMIT = 10_240;
    public static final int USER_LIMIT = 2_048;
    public static final int GROUP_LIMIT = 5_120;

    public static InlinePolicySize ofRole(int document, int others) {
        return new InlinePolicySize("role", ROLE_LIMIT, document, others);
    }

    public static InlinePolicySize ofUser(int document, int others) {
        return new InlinePolicySize("user", USER_LIMIT, document, others);
    }

    public static InlinePolicySize ofGroup(int document, int others) {
        return new InlinePolicySize("group", GROUP_LIMIT, document, others);
    }

    /**
     * What another inline policy counts, whether or not it can be read as a document.
     *
     * @return characters of its text, without white space
     */
    public static int counted(String text) {
        return PolicyText.counted(text);
    }

    public int total() {
        return document + others;
    }

    public boolean fits() {
        return total() <= limit;
    }

    /** An error if AWS would refuse it. */
    public Optional<Finding> finding() {
        if (fits()) {
            return Optional.empty();
        }
        String sum =
                others == 0
                        ? "It has " + document + " characters"
                        : "With the other inline policies it is " + total() + " characters";
        return Optional.of(
                new Finding(
                        Finding.Code.TOO_LONG,
                        PolicyDocument.FIELD,
                        sum + "; AWS takes " + limit + " for a " + holder + ", spaces aside."));
    }
}
