package org.consoleme.web.console.requests;

import java.util.List;
import java.util.Optional;
import org.consoleme.policies.DocumentCheck;
import org.consoleme.policies.Finding;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.web.DocumentPlaces;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that the one who writes a document, and the one who approves it, should know.
 *
 * @param where path of the element, such as {@code Statement[0].Action}
 * @param line of the element, from 1; null where it is about the whole
 */
public record FindingJson(
        @Schema(enumeration = {"error", "warning", "note"}) String level,
        String code,
        @Schema(enumeration = {"low", "medium", "high"}) String risk,
        String where,
        Optional<Integer> line,
        String sentence) {

    static List<FindingJson> of(PolicyDocument document) {
        return of(DocumentCheck.findings(document), document.text());
    }

    static List<FindingJson> of(List<Finding> findings, String text) {
        if (findings.isEmpty()) {
            return List.of();
        }
        DocumentPlaces places = DocumentPlaces.in(text);
        return findings.stream()
                .map(
                        finding ->
                                new FindingJson(
                                        finding.level().word(),
                                        finding.code().word(),
                                        Words.of(finding.risk()),
                                        finding.where(),
                                        line(finding.where(), places),
                                        finding.sentence()))
                .toList();
    }

    /** What is no document has one fault, the first. */
    static FindingJson malformed(Problem.Invalid fault, String text) {
        return new FindingJson(
                "error",
                "malformed",
                "low",
                fault.field(),
                line(fault.field(), DocumentPlaces.in(text)),
                fault.reason());
    }

    static FindingJson tooLarge(Problem.TooLarge fault) {
        return new FindingJson(
                "error",
                Finding.Code.TOO_LONG.word(),
                "low",
                PolicyDocument.FIELD,
                Optional.empty(),
                fault.sentence());
    }

    private static Optional<Integer> line(String where, DocumentPlaces places) {
        return where.equals(PolicyDocument.FIELD)
                ? Optional.empty()
                : Optional.of(places.of(where).line());
    }
}
