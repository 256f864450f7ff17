package org.consoleme.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.consoleme.identity.SlackLinkOffer;
import org.consoleme.operations.Check;
import org.consoleme.operations.Freshness;
import org.consoleme.operations.JobRun;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The console draws each state by its word; a state that the document keeps back has no drawing.
 */
class WordsTest {
    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(FreshnessResource.CellJson.class, "state", Freshness.State.values()),
                Arguments.of(RunJson.class, "batchStatus", JobRun.BatchStatus.values()),
                Arguments.of(
                        RunJson.OutcomeJson.class, "outcome", JobRun.AccountOutcome.State.values()),
                Arguments.of(SelfCheckResource.CheckJson.class, "state", Check.State.values()),
                Arguments.of(
                        SlackLinksResource.LinkJson.class, "state", SlackLinkOffer.State.values()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theDocumentNamesEveryStateThatThereIs(Class<?> record, String member, Enum<?>[] states)
            throws Exception {
        String[] words = record.getDeclaredField(member).getAnnotation(Schema.class).enumeration();

        assertThat(words)
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsExactlyInAnyOrder(
                        Arrays.stream(states).map(Enum::name).toArray(String[]::new));
    }
}
