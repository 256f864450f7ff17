package org.consoleme.requests;

import java.security.SecureRandom;
import java.time.Instant;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;

/**
 * Names of inline policies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html">PolicyName</a>
 */
final class PolicyName {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX_LENGTH = 128;
    private static final int MAX_PERSON = 64;
    private static final int LETTERS = 4;

    private PolicyName() {}

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    static String checked(String name) {
        if (name.isEmpty()
                || name.length() > MAX_LENGTH
                || !name.chars().allMatch(PolicyName::isLegal)) {
            throw new Problem.Invalid(
                            "policy_name", "1 to 128 letters, digits or _+=,.@- name a policy")
                    .asException();
        }
        return name;
    }

    /** As ConsoleMe names them, {@code cm_alice_1700000000_abcd}, but always legal. */
    static String made(UserId user, Instant at) {
        String local = user.key().split("@", 2)[0];
        StringBuilder name = new StringBuilder("cm_");
        local.chars().limit(MAX_PERSON).forEach(c -> name.append(isLegal(c) ? (char) c : '-'));
        name.append('_').append(at.getEpochSecond()).append('_');
        for (int i = 0; i < LETTERS; i++) {
            name.append((char) ('a' + RANDOM.nextInt(26)));
        }
        return name.toString();
    }

    private static boolean isLegal(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "_+=,.@-".indexOf(c) >= 0);
    }
}
