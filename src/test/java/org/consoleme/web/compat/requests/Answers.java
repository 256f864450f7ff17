package org.consoleme.web.compat.requests;

import java.util.ArrayList;
import java.util.List;

/** Keeps what somebody who waits was answered. */
final class Answers<T> implements Answer<T> {
    final List<T> given = new ArrayList<>();
    final List<RuntimeException> problems = new ArrayList<>();

    @Override
    public void is(T answer) {
        given.add(answer);
    }

    @Override
    public void failed(RuntimeException problem) {
        problems.add(problem);
    }
}
