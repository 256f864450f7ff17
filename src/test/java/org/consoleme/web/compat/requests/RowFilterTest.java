package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterTest {
    private static final ChangeRequest REQUEST = SampleRequests.newPolicy();
    private static final RequestRow ROW = RequestRow.of(REQUEST);
    private static final FilterBudget BUDGET = new FilterBudget(Long.MAX_VALUE);
    private static final long SECOND = REQUEST.requestedAt().getEpochSecond();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|true",
                "{'status': '^pend', 'username': 'alice'}|true",
                "{'status': '^pend', 'username': 'bob'}|false",
                "{'arn': 'role/app$'}|true",
                "{'username': ''}|true",
                "{'username': null}|true",
                "{'nosuch': 'x'}|false",
                "{'extended_request': 'acme-logs'}|true"
            })
    void rowsAreThoseThatAllFiltersFind(String filters, boolean taken) {
        assertThat(filter("{\"filters\": " + filters.replace('\'', '"') + "}").takes(ROW, BUDGET))
                .isEqualTo(taken);
    }

    @Test
    void aRangeIsExclusive() {
        assertThat(range(SECOND - 1, SECOND + 1)).isTrue();
        assertThat(range(SECOND, SECOND + 1)).isFalse();
        assertThat(range(SECOND - 1, SECOND)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"filters\": []}",
                "{\"filters\": {\"a\": 1}}",
                "{\"filters\": {\"a\": [1, 2, 3]}}",
                "{\"filters\": {\"a\": {\"b\": 1}}}",
                "{\"limit\": -1}",
                "{\"limit\": \"many\"}"
            })
    void whatIsNoFilterIsRefused(String body) {
        assertThatThrownBy(() -> filter(body)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatMayBeLookedThroughIsBounded() {
        RowFilter deep = filter("{\"filters\": {\"extended_request\": \"acme.*logs\"}}");
        int row = ROW.column(RequestRow.EXTENDED).length();
        FilterBudget twoRows = new FilterBudget(2L * row * "acme.*logs".length());

        assertThat(deep.takes(ROW, twoRows)).isTrue();
        assertThat(deep.takes(ROW, twoRows)).isTrue();
        assertThatThrownBy(() -> deep.takes(ROW, twoRows))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("look through more than one answer may");
    }

    @Test
    void wholeRequestsAreLookedThroughLast() {
        RowFilter both =
                filter(
                        "{\"filters\": {\"extended_request\": \"logs\", \"status\":"
                                + " \"^applied\"}}");

        assertThat(both.deep()).isTrue();
        assertThat(both.takes(ROW, new FilterBudget(1000))).isFalse();
    }

    @Test
    void theLimitIsBounded() {
        assertThat(filter("{}").limit()).isEqualTo(1000);
        assertThat(filter("{\"limit\": 1000000}").limit()).isEqualTo(RowFilter.MOST);
    }

    @Test
    void d49_aRowHasItsArnAndLinks() {
        assertThat(ROW.withLinks().arn())
                .isEqualTo(
                        "[arn:aws:iam::200000000002:role/app](/policies/edit/200000000002/iamrole/app)");
        assertThat(ROW.withLinks().id())
                .isEqualTo("[%s](/policies/request/%s)".formatted(REQUEST.id(), REQUEST.id()));
    }

    private static boolean range(long after, long before) {
        return filter("{\"filters\": {\"request_time\": [%d, %d]}}".formatted(after, before))
                .takes(ROW, BUDGET);
    }

    private static RowFilter filter(String body) {
        return RowFilter.read(Bodies.json(body));
    }
}
