package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;

class ChangeItemTest {
    private static final UserId BO = new UserId("bo@example.com");
    private static final UserId CAROL = new UserId("carol@example.com");

    private static RequestedChange change(ChangeState state, Set<UserId> writers) {
        return new RequestedChange(
                "r0",
                SampleRequests.newPolicy().changes().getFirst().change(),
                state,
                Optional.of(CAROL),
                writers);
    }

    private static RequestedChange read(Map<String, Object> row) {
        return ChangeItem.read(new Item(ItemCodec.OURS.item(row)));
    }

    @Test
    void allWhoWroteAChangeAreKept() {
        RequestedChange written = change(new ChangeState.Open(), Set.of(BO, CAROL));

        assertThat(read(ChangeItem.of(written))).isEqualTo(written);
    }

    @Test
    void whoApprovedAChangeIsNoWriterOfIt() {
        RequestedChange approved = change(new ChangeState.Cancelled(BO, Instant.EPOCH), Set.of());

        assertThat(read(ChangeItem.of(approved))).isEqualTo(approved);
    }

    @Test
    void ofAnOlderRowWhoTouchedAChangeLastBeforeItWasApprovedWroteIt() {
        assertThat(withoutWriters(new ChangeState.Open()).writers()).containsExactly(CAROL);
        assertThat(withoutWriters(new ChangeState.Cancelled(BO, Instant.EPOCH)).writers())
                .containsExactly(CAROL);
        assertThat(withoutWriters(new ChangeState.Approved(Instant.EPOCH)).writers()).isEmpty();
    }

    private static RequestedChange withoutWriters(ChangeState state) {
        Map<String, Object> row = ChangeItem.of(change(state, Set.of(BO)));
        row.remove("writers");
        return read(row);
    }
}
