package org.consoleme.web.errors;

/** What the framework refuses before any of our code runs, and what nobody foresaw. */
final class FrameworkErrors {
    private FrameworkErrors() {}

    static ErrorAnswer of(int status) {
        return switch (status) {
            case 400 -> ErrorAnswer.of(400, "904", "The request cannot be read.");
            case 404 -> ErrorAnswer.of(404, "not_found", "There is nothing at this address.");
            case 405 ->
                    ErrorAnswer.of(
                            405, "method_not_allowed", "This address does not take that method.");
            case 406 ->
                    ErrorAnswer.of(406, "not_acceptable", "This address answers in JSON alone.");
            case 413 -> ErrorAnswer.of(413, "904", "That is too large.");
            case 415 ->
                    ErrorAnswer.of(
                            415,
                            "unsupported_media_type",
                            "This address does not take that media type: most take"
                                    + " application/json alone.");
            default -> ErrorAnswer.of(status, "http_" + status, "The request was refused.");
        };
    }

    static ErrorAnswer incident(String id) {
        return ErrorAnswer.of(
                        500,
                        "internal_error",
                        "Something went wrong here. Tell whoever runs this server the incident "
                                + id
                                + ".")
                .with("incident", id);
    }
}
