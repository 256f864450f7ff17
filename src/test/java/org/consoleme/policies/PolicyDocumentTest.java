package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void theTextIsKeptCharacterForCharacter() {
        String text =
                " {\"Version\" : \"2012-10-17\",\r\n\t\"Statement\":{\"Resource\":\"*\",\"Effect\":\"Allow\","
                        + "\"Action\":\"s3:getobject\"} }\n";
        assertThat(PolicyDocument.parse(text).text()).isEqualTo(text);
        assertThat(PolicyDocument.parse(text.getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo(text);
    }

    @Test
    void theHashIsThatOfTheExactText() {
        // spec/consoleme-policy-requests.md 1.7
        assertThat(PolicyDocument.sha256("{\"Version\":\"2012-10-17\",\"Statement\":[]}"))
                .isEqualTo("8f907b489532ad56fb7c52f3acc89b27680ed51296bf03984ce78d2b7b96076a");
        PolicyDocument document = PolicyDocument.parse(Documents.allow("s3:GetObject", "*"));
        assertThat(document.sha256()).isEqualTo(PolicyDocument.sha256(document.text()));
    }

    @Test
    void everyElementIsRead() {
        PolicyDocument document =
                PolicyDocument.parse(
                        """
                        {"Version": "2012-10-17", "Id": "mine", "Statement": [
                          {"Sid": "One", "Effect": "Allow", "Action": ["s3:Get*", "s3:List*"],
                           "Resource": "arn:aws:s3:::logs/*",
                           "Condition": {"NumericLessThan": {"s3:max-keys": 1.50},
                                         "Bool": {"aws:SecureTransport": [true]}}},
                          {"Effect": "Deny", "NotAction": "iam:*", "NotResource": ["*"]}]}
                        """);
        assertThat(document.version()).contains("2012-10-17");
        assertThat(document.id()).contains("mine");
        assertThat(document.statements())
                .containsExactly(
                        new Statement(
                                "One",
                                Effect.ALLOW,
                                new Patterns(false, List.of("s3:Get*", "s3:List*")),
                                new Patterns(false, List.of("arn:aws:s3:::logs/*")),
                                List.of(
                                        new Condition(
                                                "NumericLessThan", "s3:max-keys", List.of("1.50")),
                                        new Condition(
                                                "Bool", "aws:SecureTransport", List.of("true")))),
                        new Statement(
                                "",
                                Effect.DENY,
                                new Patterns(true, List.of("iam:*")),
                                new Patterns(true, List.of("*")),
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                          | is empty
                    ` `                         | is empty
                    {                           | is not JSON (line 1, column 2)
                    {} {}                       | goes on after its end (line 1, column 4)
                    {"a":NaN}                   | is not JSON (line 1, column 9)
                    {'a':1}                     | is not JSON (line 1, column 2)
                    {"a":01}                    | is not JSON (line 1, column 7)
                    {"a":1,}                    | is not JSON (line 1, column 8)
                    /* */{}                     | is not JSON (line 1, column 1)
                    {"a":1,"\\u0061":2}         | gives "a" twice (line 1, column 8)
                    {"a":"\\ud800"}             | has a character that nobody can see (line 1, column 6)
                    {"a":"\\u202e"}             | has a character that nobody can see (line 1, column 6)
                    {"\\u0000":1}               | has a character that nobody can see (line 1, column 2)
                    {"a":"…"}                   | character 7 is none that AWS takes in a policy: write it as \\u2026
                    []                          | is not a JSON object
                    null                        | is not a JSON object
                    """)
    void policyC21_whatIsNoJsonObjectIsRefused(String text, String reason) {
        assertThat(problem(text)).isEqualTo(new Problem.Invalid("policy_document", reason));
    }

    @Test
    void loneSurrogatesAreRefused() {
        assertThat(problem("{\"a\":\"\ud800\"}"))
                .isEqualTo(
                        new Problem.Invalid(
                                "policy_document",
                                "character 7 is none that AWS takes in a policy: write it as"
                                        + " \\ud800"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] bytes = {'{', (byte) 0xC3, '}'};
        assertThatThrownBy(() -> PolicyDocument.parse(bytes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new Problem.Invalid(
                                                        "policy_document", "is not UTF-8")));
    }

    @Test
    void tenMegabytesAreRefusedBeforeTheyAreRead() {
        String text = "[".repeat(10_000_000);
        assertThat(problem(text)).isEqualTo(new Problem.TooLarge(65_536));
        assertThatThrownBy(() -> PolicyDocument.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new Problem.TooLarge(65_536)));
    }

    @Test
    void theLimitIsInBytesNotInCharacters() {
        String sixtyThousand = "{\"a\":\"" + "é".repeat(40_000) + "\"}";
        assertThat(problem(sixtyThousand)).isEqualTo(new Problem.TooLarge(65_536));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void depthIsBounded(String level) {
        for (int depth : List.of(21, 10_000, 100_000)) {
            String text = level.repeat(Math.min(depth, 65_536 / level.length()));
            assertThat(problem(text))
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class,
                            invalid ->
                                    assertThat(invalid.reason())
                                            .startsWith("is nested deeper than 20 levels"));
        }
    }

    @Test
    void aSidOfTwoHundredThousandLettersIsTooLarge() {
        assertThat(problem(Documents.allow("s3:*", "*").replace("A1", "A".repeat(200_000))))
                .isEqualTo(new Problem.TooLarge(65_536));
    }

    @Test
    void aNumberIsNeverCalculated() {
        String number = "1" + "0".repeat(60_000);
        PolicyDocument document =
                PolicyDocument.parse(
                        """
                        {"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*",
                         "Condition": {"NumericEquals": {"s3:max-keys": %s}}}}
                        """
                                .replace("%s", number));
        assertThat(document.statements().getFirst().conditions().getFirst().values())
                .containsExactly(number);
    }

    @Test
    void thousandsOfKeysWithOneHashAreReadInTime() {
        // "Aa" and "BB" have the same hash, and so has whatever is made of as many of them.
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 11; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append('"').append(key).append("\":1,");
        }
        text.append("\"z\":1}");
        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(problem(text.toString())).isInstanceOf(Problem.Invalid.class));
    }

    @Test
    void theProblemHoldsNoMoreOfTheDocumentThanItNeeds() {
        String name = "x".repeat(60_000);
        assertThat(problem("{\"" + name + "\":1}").sentence()).hasSizeLessThan(250);
        assertThat(problem("{\"Statement\": secret").sentence()).doesNotContain("secret");
        PolicyDocument document = PolicyDocument.parse(Documents.allow("s3:GetObject", "*"));
        assertThat(document.toString()).doesNotContain("GetObject").contains(document.sha256());
    }

    @Test
    void whatCannotBeReadIsNoDocument() {
        assertThat(PolicyDocument.tryParse("{}")).isEmpty();
        assertThat(PolicyDocument.tryParse(Documents.allow("s3:*", "*"))).isPresent();
    }

    @Test
    void prettyTextHasOneValueOnALineAndTheSameMeaning() {
        PolicyDocument document =
                PolicyDocument.parse(
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],"
                                + "\"Resource\":\"*\",\"Condition\":{\"Null\":{\"a:b\":[]}}}}");
        assertThat(document.pretty())
                .isEqualTo(
                        """
                        {
                          "Statement": {
                            "Effect": "Allow",
                            "Action": [
                              "s3:*"
                            ],
                            "Resource": "*",
                            "Condition": {
                              "Null": {
                                "a:b": []
                              }
                            }
                          }
                        }""");
        assertThat(PolicyDocument.parse(document.pretty()).sameMeaning(document)).isTrue();
    }

    @Test
    void whiteSpaceOutsideStringsDoesNotCount() {
        assertThat(PolicyText.counted("{ \"a b\" :\n\t\"c\\\" d\" }")).isEqualTo(15);
    }

    private static Problem problem(String text) {
        try {
            PolicyDocument.parse(text);
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("was read: " + text);
    }
}
