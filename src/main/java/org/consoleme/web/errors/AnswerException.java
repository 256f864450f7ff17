package org.consoleme.web.errors;

/** For an error that belongs to one route alone and is no {@code Problem} of the core. */
public final class AnswerException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient ErrorAnswer answer;

    public AnswerException(ErrorAnswer answer) {
        super(answer.message());
        this.answer = answer;
    }

    public ErrorAnswer answer() {
        return answer;
    }
}
