package org.consoleme.web.compat.requests;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.identity.RateLimits;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ListRequests;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestQuery;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.Single;

/** The newest requests that somebody wants to see, as ConsoleMe's table. */
@Single
public class RequestTable {
    /** Requests that are looked at for one answer. */
    private static final int MOST_SEEN = 10_000;

    private static final int MOST_IN_PAGE = 500;

    /** A person's tables in a minute. */
    private static final int MOST_TABLES = 60;

    /** Those of them that look through whole requests. */
    private static final int MOST_DEEP = 10;

    private final ListRequests list;
    private final RateLimits limits;

    @Inject
    public RequestTable(ListRequests list, RateLimits limits) {
        this.list = list;
        this.limits = limits;
    }

    /**
     * ConsoleMe's {@code DataTableResponse}.
     *
     * @param totalCount requests that were looked at, so it depends on filters and limit; all, if
     *     fewer are there than wanted. ConsoleMe says how many there are before filtering, which it
     *     knows since it reads all of them for each answer; to count them here would cost just that
     *     (a wanted difference, D-47)
     */
    record TableJson(int totalCount, int filteredCount, List<RequestRow> data) {}

    /**
     * @param links whether ids and ARNs are to be Markdown links
     * @throws org.consoleme.shared.ProblemException {@code TooMany}; {@code Invalid} for filters
     *     that look through too much
     */
    TableJson rows(Caller caller, RowFilter wanted, boolean links) {
        String key = "requests-table " + caller.user().key();
        limits.count(key, MOST_TABLES);
        if (wanted.deep()) {
            limits.count("deep " + key, MOST_DEEP);
        }
        FilterBudget budget = new FilterBudget(FilterBudget.MOST_STEPS);
        List<RequestRow> rows = new ArrayList<>();
        int seen = 0;
        Optional<String> from = Optional.empty();
        do {
            ListRequests.Page page =
                    list.handle(
                            new RequestQuery(
                                    wanted.states(),
                                    Optional.empty(),
                                    RequestOrder.NEWEST_FIRST,
                                    from,
                                    pageSize(wanted, rows.size())));
            for (SeenRequest request : page.requests()) {
                seen++;
                RequestRow row = row(request);
                if (rows.size() < wanted.limit() && wanted.takes(row, budget)) {
                    rows.add(links ? row.withLinks() : row);
                }
            }
            from = page.next();
        } while (from.isPresent() && rows.size() < wanted.limit() && seen < MOST_SEEN);
        return new TableJson(seen, rows.size(), rows);
    }

    /** No more than can be used, if all that is read is wanted. */
    private static int pageSize(RowFilter wanted, int have) {
        return wanted.goesByStatesAlone()
                ? Math.clamp(wanted.limit() - have, 1, MOST_IN_PAGE)
                : MOST_IN_PAGE;
    }

    private static RequestRow row(SeenRequest seen) {
        return switch (seen) {
            case SeenRequest.Ours(ChangeRequest request) -> RequestRow.of(request);
            case SeenRequest.Unreadable(UnreadableRequest request) -> RequestRow.of(request);
            case SeenRequest.Older(OlderRequest request) -> RequestRow.of(request);
        };
    }
}
