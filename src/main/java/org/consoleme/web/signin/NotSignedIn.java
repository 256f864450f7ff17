package org.consoleme.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;
import org.consoleme.web.errors.ErrorWriter;

/** The answer to a browser whose person is not known: what to do is part of it. */
final class NotSignedIn {
    private NotSignedIn() {}

    static AnswerException answer(HttpServletRequest request, Map<String, Object> invitation) {
        ErrorAnswer answer =
                ErrorAnswer.of(
                        ErrorWriter.problemJson(request) ? 401 : 403,
                        "unauthenticated",
                        "Sign in first.");
        for (Map.Entry<String, Object> member : invitation.entrySet()) {
            answer = answer.with(member.getKey(), member.getValue());
        }
        return new AnswerException(answer);
    }
}
