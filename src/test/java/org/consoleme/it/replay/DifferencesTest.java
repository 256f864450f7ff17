package org.consoleme.it.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final Pattern NAMED =
            Pattern.compile("(B\\d\\d|[DK]-\\d\\d|wanted|not yet|replay): .+");

    @Test
    void everyDifferenceFromTheRecordingSaysWhoseItIs() {
        assertThat(Differences.all())
                .isNotEmpty()
                .extracting(Differences.Difference::why)
                .allMatch(why -> NAMED.matcher(why).matches());
    }
}
