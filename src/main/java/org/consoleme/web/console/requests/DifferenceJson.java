package org.consoleme.web.console.requests;

import java.util.List;
import java.util.Optional;
import org.consoleme.policies.LineDifference;
import org.consoleme.policies.PolicyDifference;
import org.consoleme.requests.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a change makes different.
 *
 * @param words the gravest first
 * @param rows line by line, both texts side by side
 */
public record DifferenceJson(List<String> words, List<RowJson> rows) {

    /** One line of each text, or of one of them. */
    public record RowJson(
            @Schema(enumeration = {"same", "added", "removed", "changed"}) String kind,
            String left,
            String right) {
        static RowJson of(LineDifference.Row row) {
            return new RowJson(Words.of(row.kind()), row.left(), row.right());
        }
    }

    static DifferenceJson of(PolicyDifference difference) {
        return new DifferenceJson(
                difference.lines(), difference.rows().stream().map(RowJson::of).toList());
    }

    static Optional<DifferenceJson> of(Change change) {
        return switch (change) {
            case Change.RoleForATime _ -> Optional.empty();
            case Change.PutInlinePolicy put ->
                    Optional.of(
                            of(
                                    PolicyDifference.between(
                                            put.before(), Optional.of(put.document()))));
            case Change.DeleteInlinePolicy delete ->
                    Optional.of(
                            of(
                                    PolicyDifference.between(
                                            Optional.of(delete.before()), Optional.empty())));
        };
    }
}
