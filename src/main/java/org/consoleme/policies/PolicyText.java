package org.consoleme.policies;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.consoleme.shared.Problem;

/** What holds for the text of a document before anybody looks at its meaning. */
final class PolicyText {
    /** Bytes of UTF-8. Six times what AWS takes, white space and all. */
    static final int MAX_BYTES = 64 * 1024;

    /**
     * The last character that IAM takes in a document; others are written as JSON escapes.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html">PutRolePolicy,
     *     PolicyDocument</a>
     */
    private static final char LAST = '\u00FF';

    private PolicyText() {}

    /**
     * Decodes a document.
     *
     * @throws org.consoleme.shared.ProblemException {@code TooLarge}, {@code Invalid} if it is not
     *     UTF-8
     */
    static String decoded(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Problem.Invalid(PolicyDocument.FIELD, "is not UTF-8").asException(e);
        }
    }

    /**
     * Checks length and characters, in one pass.
     *
     * @throws org.consoleme.shared.ProblemException {@code TooLarge}, {@code Invalid}
     */
    static String checked(String text) {
        if (text.length() > MAX_BYTES) {
            throw tooLarge();
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > LAST || (c < ' ' && !isSpace(c))) {
                throw new Problem.Invalid(
                                PolicyDocument.FIELD,
                                "character "
                                        + (i + 1)
                                        + " is none that AWS takes in a policy: write it as \\u"
                                        + HexFormat.of().toHexDigits(c))
                        .asException();
            }
            bytes += c < 0x80 ? 1 : 2;
        }
        if (bytes > MAX_BYTES) {
            throw tooLarge();
        }
        return text;
    }

    /**
     * The length that AWS holds against its limits: white space does not count. White space inside
     * a string does here, since AWS does not say; so this is never too small.
     *
     * @return characters
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM
     *     and STS quotas</a>
     */
    static int counted(String text) {
        int count = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && inString && i + 1 < text.length()) {
                count += 2;
                i++;
                continue;
            }
            inString ^= c == '"';
            if (inString || !isSpace(c)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static RuntimeException tooLarge() {
        return new Problem.TooLarge(MAX_BYTES).asException();
    }
}
