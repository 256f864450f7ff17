package org.consoleme.web.compat.requests;

import java.util.Locale;
import java.util.Map;
import org.consoleme.policies.Finding;
import org.consoleme.policies.Risk;
import org.consoleme.web.DocumentPlaces;
import org.consoleme.web.Json;

/**
 * A finding about a document as ConsoleMe's editor draws it.
 *
 * @param issue its code, in capitals
 * @param detail JSON: the element's path
 * @param severity in Access Analyzer's words: {@code ERROR}, {@code SECURITY_WARNING}, {@code
 *     WARNING}, {@code SUGGESTION}
 * @param title the sentence
 */
record LintJson(
        String issue,
        String detail,
        DocumentPlaces.Place location,
        String severity,
        String title,
        String description) {

    static LintJson of(Finding finding, DocumentPlaces places) {
        return of(
                finding.code().word().toUpperCase(Locale.ROOT),
                finding.where(),
                places.of(finding.where()),
                severity(finding),
                finding.sentence());
    }

    /** Of a document that is none. */
    static LintJson malformed(String where, String reason, DocumentPlaces places) {
        return of("MALFORMED", where, places.of(where), "ERROR", reason);
    }

    private static LintJson of(
            String issue,
            String where,
            DocumentPlaces.Place place,
            String severity,
            String sentence) {
        return new LintJson(
                issue, Json.text(Map.of("where", where)), place, severity, sentence, "");
    }

    private static String severity(Finding finding) {
        return switch (finding.level()) {
            case ERROR -> "ERROR";
            case WARNING -> finding.risk() == Risk.LOW ? "WARNING" : "SECURITY_WARNING";
            case NOTE -> "SUGGESTION";
        };
    }
}
