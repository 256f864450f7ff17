package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntityTagsTest {
    private static final String TAG = EntityTags.tagOf("abc".getBytes(StandardCharsets.US_ASCII));

    @Test
    void k05_aTagIsTheQuotedSha1OfTheBody() {
        assertThat(TAG).isEqualTo("\"a9993e364706816aba3e25717850c26c9cd0d89d\"");
    }

    @Test
    void k05_anyOfTheTagsWeakOrStrongMatches() {
        assertThat(EntityTags.matches(TAG, TAG)).isTrue();
        assertThat(EntityTags.matches("\"x\", W/" + TAG, TAG)).isTrue();
        assertThat(EntityTags.matches("*", TAG)).isTrue();
        assertThat(EntityTags.matches("\"x\"", TAG)).isFalse();
        assertThat(EntityTags.matches(null, TAG)).isFalse();
    }
}
