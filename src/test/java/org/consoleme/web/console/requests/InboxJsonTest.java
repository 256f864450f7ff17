package org.consoleme.web.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Inbox;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.testing.SampleRequests;
import org.consoleme.web.console.requests.InboxResource.InboxJson;
import org.junit.jupiter.api.Test;

/** What the inbox says beside its requests. */
class InboxJsonTest {
    private static final List<UnreadableRequest> NONE = List.of();

    private static InboxJson inbox(
            int waiting, boolean complete, List<UnreadableRequest> unreadable) {
        List<ChangeRequest> requests =
                Collections.nCopies(waiting, SampleRequests.roleForTwoHours());
        return InboxJson.of(
                new Inbox.Waiting(requests, complete, unreadable), RequestDetailJsonTest::drawn);
    }

    @Test
    void allThatIsListedIsAll() {
        assertThat(inbox(50, true, NONE).more()).isFalse();
        assertThat(inbox(50, true, NONE).requests()).hasSize(50);
    }

    @Test
    void moreThanAreListedAreCounted() {
        InboxJson inbox = inbox(51, true, NONE);

        assertThat(inbox.more()).isTrue();
        assertThat(inbox.count()).isEqualTo(51);
        assertThat(inbox.requests()).hasSize(50);
    }

    @Test
    void moreThanWereLookedAtIsSaid() {
        assertThat(inbox(1, false, NONE).more()).isTrue();
    }

    @Test
    void whatCannotBeReadIsCountedApart() {
        UnreadableRequest unreadable =
                new UnreadableRequest(new RequestId("4711"), SampleRequests.NOON);

        InboxJson inbox = inbox(1, true, List.of(unreadable));

        assertThat(inbox.unreadable()).isEqualTo(1);
        assertThat(inbox.more()).isFalse();
        assertThat(inbox.count()).isEqualTo(1);
    }
}
