package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyGrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"Statement":"x"}                        | Statement    | is neither an object nor a list of objects
                    {"Statement":[]}                         | Statement    | is empty
                    {"Version":"2012-10-17"}                 | Statement    | is missing
                    {"Statement":null}                       | Statement    | is neither an object nor a list of objects
                    {"Statement":["x"]}                      | Statement[0] | is not an object
                    {"Version":"2012-10-18","Statement":[]}  | Version      | is neither 2012-10-17 nor 2008-10-17
                    {"Version":2012,"Statement":[]}          | Version      | is not a string
                    {"Id":[],"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]} | Id | is not a string
                    {"statement":[]}                         | policy_document | has an element that no policy has: "statement"
                    """)
    void policyC21_aPolicyOutsideTheGrammarIsRefusedWithThePlace(
            String text, String field, String reason) {
        assertRefused(text, field, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "Action":"*","Resource":"*"                                      | .Effect   | is missing
                    "Effect":"allow","Action":"*","Resource":"*"                     | .Effect   | is neither "Allow" nor "Deny"; capitals matter
                    "Effect":"Allow","Resource":"*"                                  | .Action   | is missing
                    "Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"     | .Action   | stands beside NotAction: only one of them may be there
                    "Effect":"Allow","Action":[],"Resource":"*"                      | .Action   | is empty
                    "Effect":"Allow","Action":[1],"Resource":"*"                     | .Action[0] | is not a string
                    "Effect":"Allow","NotAction":{},"Resource":"*"                   | .NotAction | is neither a string nor a list of strings
                    "Effect":"Allow","Action":"GetObject","Resource":"*"             | .Action   | "GetObject" is not an action: write service:Name, or * for every one
                    "Effect":"Allow","Action":"s3:","Resource":"*"                   | .Action   | "s3:" is not an action: write service:Name, or * for every one
                    "Effect":"Allow","Action":["s3:*","s*:Get"],"Resource":"*"       | .Action[1] | "s*:Get" does not begin with the prefix of a service, such as s3:
                    "Effect":"Allow","Action":"s3:Get Object","Resource":"*"         | .Action   | "s3:Get Object" has a character that no action has: wildcards are * and ?
                    "Effect":"Allow","Action":"s3:[GP]et","Resource":"*"             | .Action   | "s3:[GP]et" has a character that no action has: wildcards are * and ?
                    "Effect":"Allow","Action":"*"                                    | .Resource | is missing
                    "Effect":"Allow","Action":"*","Resource":"bucket"                | .Resource | "bucket" is neither an ARN nor *
                    "Effect":"Allow","Action":"*","Resource":"arn:aws:s3:bucket"     | .Resource | "arn:aws:s3:bucket" is not a whole ARN: arn:partition:service:region:account:resource
                    "Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::"         | .Resource | "arn:aws:s3:::" is not a whole ARN: arn:partition:service:region:account:resource
                    "Effect":"Allow","Action":"*","Resource":"*","Sid":"a b"         | .Sid      | is not a string of letters and digits
                    "Effect":"Allow","Action":"*","Resource":"*","Sid":"é"           | .Sid      | is not a string of letters and digits
                    "Effect":"Allow","Action":"*","Resource":"*","Sid":1             | .Sid      | is not a string of letters and digits
                    "Effect":"Allow","Action":"*","Resource":"*","Principal":"*"     | .Principal | has no place in the policy of a role, user or group: the principal is whoever has the policy
                    "Effect":"Allow","Action":"*","Resource":"*","Resources":"*"     | ``        | has an element that no statement has: "Resources"
                    "Effect":"Allow","Action":"*","Resource":"*","Condition":[]      | .Condition | is not an object
                    "Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":"x"} | .Condition.Bool | is not an object
                    "Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":null}} | .Condition.Bool.a:b | is neither a string, a number, a boolean nor a list of them
                    "Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":[[]]}} | .Condition.Bool.a:b | is neither a string, a number, a boolean nor a list of them
                    "Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"":"x"}} | .Condition.Bool | names no operator or no key
                    """)
    void policyC21_aStatementOutsideTheGrammarIsRefusedWithThePlace(
            String elements, String place, String reason) {
        String good = "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}";
        assertRefused(
                "{\"Statement\":[" + good + ",{" + elements + "}]}",
                "Statement[1]" + place,
                reason);
        assertRefused("{\"Statement\":{" + elements + "}}", "Statement[0]" + place, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<bad>", "arn:aws:s3:::<bucket>/x", "arn:aws:s3:::a>"})
    void policyB21_anAngleBracketInAnyResourceIsRefused(String resource) {
        assertThatThrownBy(() -> Documents.allowing(List.of("s3:*"), "*", resource))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new Problem.Invalid(
                                                        "Statement[0].Resource[1]",
                                                        "\""
                                                                + resource
                                                                + "\" has a < or >: was a"
                                                                + " placeholder left in?")));
    }

    @Test
    void aSidIsUnique() {
        String statement =
                "{\"Sid\":\"A\",\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}";
        assertRefused(
                "{\"Statement\":[" + statement + "," + statement + "]}",
                "Statement[1].Sid",
                "\"A\" is there twice");
        assertThat(Documents.of(statement, statement.replace("\"A\"", "\"\"")).statements())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "arn:aws:s3:::logs/*",
                "arn:aws-cn:s3:::logs",
                "arn:*:*:*:*:*",
                "arn:aws:iam::200000000002:user/${aws:username}",
                "arn:aws:logs:eu-west-1:200000000002:log-group:/aws/lambda/x:*"
            })
    void resourcesThatAwsTakesAreTaken(String resource) {
        assertThat(
                        PolicyDocument.parse(Documents.allow("s3:*", resource))
                                .statements()
                                .getFirst()
                                .resources()
                                .values())
                .containsExactly(resource);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*:*", "S3:getObject", "ec2:Describe*", "s3:?etObject"})
    void actionsThatAwsTakesAreTaken(String action) {
        assertThat(
                        PolicyDocument.parse(Documents.allow(action, "*"))
                                .statements()
                                .getFirst()
                                .actions()
                                .values())
                .containsExactly(action);
    }

    private static void assertRefused(String text, String field, String reason) {
        assertThatThrownBy(() -> PolicyDocument.parse(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new Problem.Invalid(field, reason)));
    }
}
