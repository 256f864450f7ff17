package org.consoleme.slacktwin.api;

import java.util.List;

/** A call that Slack answers with {@code ok: false}. */
public final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    /** A refusal that its code explains. */
    public ApiRefusal(String error) {
        this(error, List.of());
    }

    /**
     * @param error Slack's code, such as {@code channel_not_found}
     * @param reasons readable lines, one for each thing wrong
     */
    public ApiRefusal(String error, List<String> reasons) {
        super(error);
        this.reasons = List.copyOf(reasons);
    }

    public String error() {
        return getMessage();
    }

    public List<String> reasons() {
        return reasons;
    }
}
