package org.consoleme.web.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;

class UnreadableRequestJsonTest {
    private final RequestRowJson row =
            RequestRowJson.of(
                    new SeenRequest.Unreadable(
                            new UnreadableRequest(new RequestId("4711"), SampleRequests.NOON)),
                    RequestDetailJsonTest.ACCOUNTS,
                    RequestDetailJsonTest.RISKS);

    @Test
    void aLineSaysThatItCannotBeReadAndNothingElse() {
        assertThat(row.id()).isEqualTo("4711");
        assertThat(row.unreadable()).contains(UnreadableRequest.SENTENCE);
        assertThat(row.requestedAt()).contains(SampleRequests.NOON);
        assertThat(row.role()).isEmpty();
        assertThat(row.requester()).isEmpty();
    }

    @Test
    void thePageSaysWhatTheLineSays() {
        RequestDetailJson detail = RequestDetailJson.unreadable(row);

        assertThat(detail.unreadable()).contains(UnreadableRequest.SENTENCE);
        assertThat(detail.older()).isFalse();
        assertThat(detail.hash()).isEmpty();
        assertThat(detail.rights().approve()).isFalse();
        assertThat(detail.changes()).isEmpty();
    }
}
