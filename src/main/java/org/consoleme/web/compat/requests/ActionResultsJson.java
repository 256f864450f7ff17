package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What came of a command; ConsoleMe answers 200 even where AWS refused. */
record ActionResultsJson(int errors, @JsonProperty("action_results") List<Result> results) {

    /**
     * @param status {@code success} or {@code error}
     * @param visible whether ConsoleMe's pages show it; ConsoleMe itself loses it (B27)
     */
    record Result(String status, String message, boolean visible) {
        static Result success(String message) {
            return new Result("success", message, true);
        }

        static Result bookkeeping(String message) {
            return new Result("success", message, false);
        }

        static Result error(String message) {
            return new Result("error", message, true);
        }

        boolean failed() {
            return status.equals("error");
        }
    }

    static ActionResultsJson of(List<Result> results) {
        return new ActionResultsJson(
                Math.toIntExact(results.stream().filter(Result::failed).count()), results);
    }

    static ActionResultsJson success(String message) {
        return of(List.of(Result.success(message)));
    }
}
