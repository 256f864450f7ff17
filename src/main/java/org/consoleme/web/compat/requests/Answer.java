package org.consoleme.web.compat.requests;

import jakarta.ws.rs.container.AsyncResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Gets the answer of somebody who waits, or what went wrong: one of both, and once. */
interface Answer<T> {
    /** Longer than anything that we wait for takes. */
    int SECONDS = 30;

    void is(T answer);

    void failed(RuntimeException problem);

    /** The same for what an answer is made of; where that fails, so does the answer. */
    default <S> Answer<S> from(Function<S, ? extends T> made) {
        return new Answer<>() {
            @Override
            public void is(S source) {
                T answer;
                try {
                    answer = made.apply(source);
                } catch (RuntimeException problem) {
                    failed(problem);
                    return;
                }
                Answer.this.is(answer);
            }

            @Override
            public void failed(RuntimeException problem) {
                Answer.this.failed(problem);
            }
        };
    }

    /** A client that nobody answers hears so (503) in the end. */
    static <T> Answer<T> to(AsyncResponse response) {
        response.setTimeout(SECONDS, TimeUnit.SECONDS);
        return new Answer<>() {
            @Override
            public void is(T answer) {
                response.resume(answer);
            }

            @Override
            public void failed(RuntimeException problem) {
                response.resume(problem);
            }
        };
    }
}
