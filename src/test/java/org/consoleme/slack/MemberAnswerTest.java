package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberAnswerTest {
    private static final String USER =
            """
            {"ok": true, "user": {"id": "U1", "team_id": "T1", "name": "eva", "real_name": "Eva",
              "deleted": false, "is_bot": false, "is_restricted": false, "is_ultra_restricted": false,
              "enterprise_user": {"enterprise_id": "E1"},
              "profile": {"image_72": "https://example.com/72.png"}}}
            """;

    @Test
    void aMemberIsReadWhole() {
        assertThat(read(USER))
                .isEqualTo(
                        new SlackMember(
                                "U1",
                                Optional.of("T1"),
                                Optional.of("E1"),
                                "Eva",
                                Optional.of("https://example.com/72.png"),
                                true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "is_bot", "is_restricted", "is_ultra_restricted"})
    void aFlagThatIsLeftOutOrTrueCountsAgainstThem(String flag) {
        String absent =
                USER.replace("\"" + flag + "\": false,", "")
                        .replace(", \"" + flag + "\": false", "")
                        .replace("\"" + flag + "\": false", "\"x\": 1");
        assertThat(absent).doesNotContain("\"" + flag + "\"");
        assertThat(read(absent).full()).isFalse();
        assertThat(read(USER.replace("\"" + flag + "\": false", "\"" + flag + "\": true")).full())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"is_stranger", "is_workflow_bot"})
    void aFlagThatSlackSendsOnlyWhereItIsTrueCountsThen(String flag) {
        assertThat(read(USER.replace("\"deleted\"", "\"" + flag + "\": true, \"deleted\"")).full())
                .isFalse();
    }

    @Test
    void slackT23_aProfileFieldOrAddressIsNotRead() {
        String other =
                USER.replace(
                        "\"deleted\"",
                        "\"email\": \"approver@example.com\", \"fields\": {\"Xf1\": {\"value\":"
                                + " \"approver@example.com\"}}, \"deleted\"");
        assertThat(read(other)).isEqualTo(read(USER));
        assertThat(read(other).toString()).doesNotContain("approver");
    }

    @Test
    void anAnswerWithoutAUserNamesNobody() {
        assertThat(answer("{\"ok\": true}").member()).isEmpty();
        assertThat(answer("{\"ok\": true, \"user\": {}}").member()).isEmpty();
    }

    @Test
    void aPictureThatIsNotHttpsIsLeftOut() {
        assertThat(read(USER.replace("https:", "http:")).picture()).isEmpty();
    }

    private static SlackMember read(String json) {
        return answer(json).member().orElseThrow();
    }

    private static MemberAnswer answer(String json) {
        return GsonFactory.createSnakeCase().fromJson(json, MemberAnswer.class);
    }
}
