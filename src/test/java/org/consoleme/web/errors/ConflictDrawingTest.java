package org.consoleme.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consoleme.shared.Problem;
import org.consoleme.testing.FakeRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed since it was shown reaches whoever decided on that, in either format. */
class ConflictDrawingTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v3/requests/1/decision", "/api/v2/requests/1"})
    void aConflictSaysWhatIsOtherwise(String path) {
        FakeRequest request = new FakeRequest(path, "127.0.0.1");
        List<String> difference = List.of("For 3 h instead of 2 h", "100% more");

        ErrorAnswer drawn =
                ErrorWriter.draw(request.get(), new Problem.Conflict("It changed.", difference));

        assertThat(drawn.status()).isEqualTo(409);
        assertThat(ErrorWriter.body(request.get(), drawn)).containsEntry("difference", difference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v3/requests/1/decision", "/api/v2/requests/1"})
    void whereNothingIsKnownToBeOtherwiseNothingIsSaid(String path) {
        FakeRequest request = new FakeRequest(path, "127.0.0.1");

        ErrorAnswer drawn = ErrorWriter.draw(request.get(), new Problem.Conflict("It is decided."));

        assertThat(ErrorWriter.body(request.get(), drawn)).doesNotContainKey("difference");
    }
}
