package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.DOCUMENT;
import static org.consoleme.testing.SampleRequests.NOON;
import static org.consoleme.testing.SampleRequests.OLDER;
import static org.consoleme.testing.SampleRequests.ROLE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Version;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a row remembers of what its request asked for before. */
class EarlierContentItemTest {
    private static final Version FIRST = new Version(1, Optional.empty());
    private static final Instant END = NOON.plus(Duration.ofDays(9));

    private final ChangeRequest shown = SampleRequests.twoPolicies();
    private final String put = shown.changes().getFirst().id();

    private ChangeRequest edited(ChangeRequest request, int day) {
        return request.edited(
                put,
                new Change.PutInlinePolicy(
                        ROLE, "logs", day % 2 == 0 ? DOCUMENT : OLDER, Optional.of(OLDER)),
                ALICE,
                NOON,
                END.plus(Duration.ofDays(day)));
    }

    private static ChangeRequest stored(ChangeRequest request) {
        return RequestItem.read(RequestItem.of(request, FIRST));
    }

    @Test
    void anotherNodeReadsTheSameDifference() {
        // Given: edited, withdrawn and opened again
        ChangeRequest edited = edited(shown, 1);
        ChangeRequest now =
                edited.cancelled(ALICE, NOON).reopened(NOON, END.plus(Duration.ofDays(2)));

        ChangeRequest read = stored(now);

        assertThat(read.earlier()).isEqualTo(now.earlier()).hasSize(2);
        assertThat(read.changedSince(shown.hash()))
                .isNotEmpty()
                .isEqualTo(now.changedSince(shown.hash()));
        assertThat(read.changedSince(edited.hash())).hasSize(1);
    }

    @Test
    void theRowOfARequestThatNobodyEditedIsAsItWas() {
        assertThat(RequestItem.of(shown, FIRST)).doesNotContainKey("earlier");
    }

    @Test
    void aRowOfAnEarlierReleaseIsReadAndTellsNoDifference() {
        ChangeRequest now = edited(shown, 1);
        Map<String, AttributeValue> row = new HashMap<>(RequestItem.of(now, FIRST));
        row.remove("earlier");

        ChangeRequest read = RequestItem.read(row);

        assertThat(read.hash()).isEqualTo(now.hash());
        assertThat(read.earlier()).isEmpty();
        assertThat(read.changedSince(shown.hash())).isEmpty();
    }

    @Test
    void whatCannotBeReadIsForgottenWithAllThatIsOlder() {
        // Given
        ChangeRequest first = edited(shown, 1);
        ChangeRequest second = edited(first, 2);
        ChangeRequest now = edited(second, 3);
        Map<String, AttributeValue> row = new HashMap<>(RequestItem.of(now, FIRST));
        List<AttributeValue> earlier = new ArrayList<>(row.get("earlier").l());
        earlier.set(1, ofALaterRelease(earlier.get(1)));
        row.put("earlier", AttributeValue.fromL(earlier));
        // When
        ChangeRequest read = RequestItem.read(row);
        // Then
        assertThat(read.changes()).isEqualTo(now.changes());
        assertThat(read.changedSince(shown.hash())).isEmpty();
        assertThat(read.changedSince(first.hash())).isEmpty();
        assertThat(read.changedSince(second.hash())).isNotEmpty();
    }

    private static AttributeValue ofALaterRelease(AttributeValue entry) {
        Map<String, AttributeValue> change = new HashMap<>(entry.m().get("replaced").m());
        change.put("kind", AttributeValue.fromS("tags_of_a_role"));
        Map<String, AttributeValue> other = new HashMap<>(entry.m());
        other.put("replaced", AttributeValue.fromM(change));
        return AttributeValue.fromM(other);
    }
}
