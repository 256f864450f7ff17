package org.consoleme.requests;

import org.consoleme.shared.Problem;
import org.consoleme.shared.SecretShapes;

/** Text that people write for other people: justifications, comments, reasons. */
final class PlainText {
    /** Characters. */
    static final int MOST = 4000;

    private PlainText() {}

    /**
     * @return without blanks around it
     * @throws org.consoleme.shared.ProblemException {@code Invalid} if it is too long, or looks as
     *     if it held a secret: others will read it
     */
    static String checked(String field, String text) {
        String bare = text.strip();
        if (bare.length() > MOST) {
            throw new Problem.Invalid(field, "at most " + MOST + " characters").asException();
        }
        if (bare.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
            throw new Problem.Invalid(field, "has control characters").asException();
        }
        if (SecretShapes.found(bare)) {
            throw new Problem.Invalid(field, "looks as if it held a secret: others will read it")
                    .asException();
        }
        return bare;
    }

    static String required(String field, String text, String why) {
        String bare = checked(field, text);
        if (bare.isEmpty()) {
            throw new Problem.Invalid(field, why).asException();
        }
        return bare;
    }
}
