package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.reject;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsualTimeTest {
    private static final String RULE = "team decides";
    private final RequestsFixture node = new RequestsFixture();
    private final UsualTime usual = new UsualTime(node.requests);

    @Test
    void nothingIsSaidOfARuleBeforeThreeOfItsRequestsWereDecided() {
        approvedAfter(Duration.ofMinutes(2));
        approvedAfter(Duration.ofMinutes(2));
        usual.refresh();

        assertThat(usual.of(RULE)).isEmpty();
        assertThat(usual.of("no such rule")).isEmpty();
    }

    @Test
    void theMedianOfApprovalsAndDenialsIsUsual() {
        approvedAfter(Duration.ofMinutes(4));
        deniedAfter(Duration.ofMinutes(6));
        approvedAfter(Duration.ofHours(30));
        node.roleAsked(); // waits, and tells nothing yet
        usual.refresh();

        assertThat(usual.of(RULE)).contains(Duration.ofMinutes(6));
    }

    @Test
    void whatWasDecidedLongBeforeTheLastThirtyCountsNoMore() {
        for (int i = 0; i < 31; i++) {
            deniedAfter(Duration.ofHours(9));
        }
        for (int i = 0; i < 30; i++) {
            deniedAfter(Duration.ofMinutes(5));
        }
        usual.refresh();

        assertThat(usual.of(RULE)).contains(Duration.ofMinutes(5));
    }

    @Test
    void whatAskersDecideThemselvesTellsNothing() {
        RequestsFixture own =
                new RequestsFixture("requests: {may_bypass_approval: [carol@example.com]}\n");
        UsualTime known = new UsualTime(own.requests);
        for (int i = 0; i < 3; i++) {
            ChangeRequest request = own.opened(CAROL, RequestSamples.newPolicy("p" + i));
            own.approved(CAROL, request);
            own.deliver();
        }
        known.refresh();

        assertThat(known.of("policy administrators")).isEmpty();
    }

    private void approvedAfter(Duration wait) {
        ChangeRequest request = node.roleAsked();
        node.clock.advance(wait);
        node.approved(CAROL, request);
        node.deliver();
    }

    private void deniedAfter(Duration wait) {
        ChangeRequest request = node.roleAsked();
        node.clock.advance(wait);
        node.reviewing().handle(CAROL, request.id(), reject(request));
    }
}
