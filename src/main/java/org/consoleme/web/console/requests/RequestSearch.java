package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.requests.ListRequests;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestQuery;
import org.consoleme.requests.RequestRisk;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.web.console.requests.RequestsResource.RequestsJson;

/** Pages of requests that somebody looks for. */
@Single
public class RequestSearch {
    /** How {@code sort} says it; a minus turns an order around. */
    static final String OLDEST_FIRST = "requestedAt";

    static final String NEWEST_FIRST = "-" + OLDEST_FIRST;

    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 200;

    /** Pages of the core's that are looked through for words; the reader asks on from there. */
    private static final int MOST_PAGES = 10;

    private final ListRequests list;
    private final Accounts accounts;
    private final RequestRisk risks;

    @Inject
    public RequestSearch(ListRequests list, Accounts accounts, RequestRisk risks) {
        this.list = list;
        this.risks = risks;
        this.accounts = accounts;
    }

    /** Empty texts mean all, and of {@code sort} the newest first. */
    RequestsJson page(
            String state, String requester, String text, String sort, String from, int limit) {
        if (limit < 1 || limit > MOST) {
            throw Wishes.invalid("limit", "1 to " + MOST);
        }
        if (text.length() > LONGEST_TEXT) {
            throw Wishes.invalid("text", "at most " + LONGEST_TEXT + " characters");
        }
        Set<RequestState.Name> wanted = states(state);
        RequestOrder order = order(sort);
        Optional<UserId> asker = Optional.of(requester).filter(t -> !t.isEmpty()).map(UserId::new);
        String words = text.strip().toLowerCase(Locale.ROOT);
        AccountList known = accounts.current();
        List<RequestRowJson> rows = new ArrayList<>();
        Optional<String> next = Optional.of(from).filter(place -> !place.isEmpty());
        int pages = 0;
        do {
            ListRequests.Page page =
                    list.handle(new RequestQuery(wanted, asker, order, next, limit - rows.size()));
            page.requests().stream()
                    .map(seen -> RequestRowJson.of(seen, known, risks))
                    .filter(row -> row.mentions(words))
                    .forEach(rows::add);
            next = page.next();
            pages++;
        } while (next.isPresent() && rows.size() < limit && pages < MOST_PAGES);
        return new RequestsJson(rows, next);
    }

    private static Set<RequestState.Name> states(String word) {
        if (word.isEmpty()) {
            return Set.of();
        }
        return Set.of(
                Arrays.stream(RequestState.Name.values())
                        .filter(name -> Words.of(name).equals(word))
                        .findFirst()
                        .orElseThrow(() -> Wishes.invalid("state", "no state is called so")));
    }

    private static RequestOrder order(String word) {
        return switch (word) {
            case "", NEWEST_FIRST -> RequestOrder.NEWEST_FIRST;
            case OLDEST_FIRST -> RequestOrder.OLDEST_FIRST;
            default -> throw Wishes.invalid("sort", NEWEST_FIRST + " or " + OLDEST_FIRST);
        };
    }
}
