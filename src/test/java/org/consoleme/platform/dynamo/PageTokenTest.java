package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consoleme.requests.RequestOrder;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class PageTokenTest {
    private static final String LIST = "state pending";
    private static final PageToken TOKEN =
            new PageToken(1772366400123L, "24b9ef3c-4417-4d22-b7f9-ab24dbc1e495");

    private static void isInvalid(String list, String text) {
        assertThatThrownBy(() -> PageToken.parse(list, text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        error -> assertThat(error.problem()).isInstanceOf(Problem.Invalid.class));
    }

    @Test
    void aTokenLeadsBackToWhereThePageEnded() {
        assertThat(PageToken.parse(LIST, TOKEN.text(LIST))).isEqualTo(TOKEN);
    }

    @Test
    void aTokenOfAnotherListIsInvalid() {
        isInvalid("state approved", TOKEN.text(LIST));
    }

    @Test
    void anAlteredTokenIsInvalidWhereverItWasAltered() {
        String text = TOKEN.text(LIST);
        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            isInvalid(LIST, text.substring(0, i) + other + text.substring(i + 1));
            isInvalid(LIST, text.substring(0, i));
        }
    }

    @Test
    void nonsenseIsInvalid() {
        for (String text : new String[] {"", "%%%", "AAAA", "x".repeat(10_000), "\u00fc"}) {
            isInvalid(LIST, text);
        }
    }

    private static boolean before(RequestOrder order, long at, String id) {
        return new PageToken(5, "m").before(order, new IndexPages.Entry(id, at));
    }

    @Test
    void equalTimesAreOrderedById() {
        RequestOrder order = RequestOrder.NEWEST_FIRST;

        assertThat(before(order, 4, "z")).isTrue();
        assertThat(before(order, 5, "a")).isTrue();
        assertThat(before(order, 5, "m")).isFalse();
        assertThat(before(order, 5, "z")).isFalse();
        assertThat(before(order, 6, "a")).isFalse();
    }

    @Test
    void theOtherOrderIsTheSameTurnedAround() {
        RequestOrder order = RequestOrder.OLDEST_FIRST;

        assertThat(before(order, 4, "z")).isFalse();
        assertThat(before(order, 5, "a")).isFalse();
        assertThat(before(order, 5, "m")).isFalse();
        assertThat(before(order, 5, "z")).isTrue();
        assertThat(before(order, 6, "a")).isTrue();
    }
}
