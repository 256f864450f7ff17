package org.consoleme.web.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.PlaceRisk;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.requests.DocumentReview;
import org.consoleme.requests.OneNode;
import org.consoleme.requests.RequestRisk;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.Test;

class RequestSearchTest {
    private final OneNode node = new OneNode();
    private final RequestSearch search =
            new RequestSearch(
                    node.listing(),
                    new InMemoryAccounts(),
                    new RequestRisk(new DocumentReview(), new PlaceRisk(ManagementAccounts.NONE)));

    private RequestsResource.RequestsJson page(String sort, String from) {
        return search.page("", "", "", sort, from, 2);
    }

    private List<String> ids(String sort) {
        List<String> ids = new ArrayList<>();
        Optional<String> from = Optional.of("");
        while (from.isPresent()) {
            RequestsResource.RequestsJson page = page(sort, from.get());
            page.requests().forEach(row -> ids.add(row.id()));
            from = page.next();
        }
        return ids;
    }

    private void isInvalid(String field, String sort, String from) {
        Problems.assertInvalid(field, () -> page(sort, from));
    }

    @Test
    void theListIsSortedByTheTimeOfAskingOneWayOrTheOther() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(node.roleLater().id().value());
        }
        assertThat(ids("requestedAt")).containsExactlyElementsOf(made);
        assertThat(ids("-requestedAt")).containsExactlyElementsOf(made.reversed());
        assertThat(ids("")).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void anotherOrderIsRefused() {
        for (String sort : List.of("state", "RequestedAt", "--requestedAt", "+requestedAt", " ")) {
            isInvalid("sort", sort, "");
        }
    }

    @Test
    void aPageOfTheOtherOrderIsRefused() {
        for (int i = 0; i < 3; i++) {
            node.roleLater();
        }
        isInvalid("from", "requestedAt", page("-requestedAt", "").next().orElseThrow());
        isInvalid("from", "-requestedAt", page("requestedAt", "").next().orElseThrow());
    }
}
