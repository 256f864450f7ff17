package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SameMeaningTest {
    private static final String ONE =
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],
             "Resource":"arn:aws:s3:::logs/*","Condition":{"Bool":{"aws:SecureTransport":true,"a:b":["1","2"]}}}]}""";

    @Test
    void layoutOrderCaseOfActionsAndSingleListsDoNotMatter() {
        PolicyDocument other =
                PolicyDocument.parse(
                        """
                        {
                          "Statement": {
                            "Resource": ["arn:aws:s3:::logs/*"],
                            "Condition": {"Bool": {"a:b": ["2", 1], "aws:SecureTransport": "true"}},
                            "Action": ["S3:putobject", "s3:GetObject", "s3:getObject"],
                            "Effect": "Allow", "Sid": "A"
                          },
                          "Version": "2012-10-17"
                        }
                        """);
        PolicyDocument one = PolicyDocument.parse(ONE);
        assertThat(one.sameMeaning(other)).isTrue();
        assertThat(one.sha256()).isNotEqualTo(other.sha256());
        assertThat(one).isNotEqualTo(other);
        assertThat(one.canonical()).isEqualTo(other.canonical());
    }

    @Test
    void whatAwsWouldReadDifferentlyMatters() {
        assertDiffers("\"Allow\"", "\"Deny\"");
        assertDiffers("\"Action\"", "\"NotAction\"");
        assertDiffers("\"Resource\"", "\"NotResource\"");
        assertDiffers("logs", "LOGS");
        assertDiffers("PutObject", "PutObjectAcl");
        assertDiffers("\"Bool\"", "\"BoolIfExists\"");
        assertDiffers("true", "false");
        assertDiffers("2012-10-17", "2008-10-17");
        assertDiffers("\"A\"", "\"B\"");
    }

    @Test
    void statementsMayStandInAnyOrder() {
        String a = "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}";
        String b = "{\"Effect\":\"Deny\",\"Action\":\"iam:*\",\"Resource\":\"*\"}";
        assertThat(Documents.of(a, b).sameMeaning(Documents.of(b, a, b))).isTrue();
        assertThat(Documents.of(a, b).sameMeaning(Documents.of(a))).isFalse();
    }

    @Test
    void noVersionMeansTheOneOf2008() {
        assertThat(
                        PolicyDocument.parse(ONE.replace("\"Version\":\"2012-10-17\",", ""))
                                .sameMeaning(
                                        PolicyDocument.parse(
                                                ONE.replace("2012-10-17", "2008-10-17"))))
                .isTrue();
    }

    @Test
    void textThatLooksLikeSyntaxStaysText() {
        assertThat(
                        Documents.allowing(List.of("s3:*"), "arn:aws:s3:::a\\\",\\\"b")
                                .sameMeaning(
                                        Documents.allowing(
                                                List.of("s3:*"),
                                                "arn:aws:s3:::a",
                                                "arn:aws:s3:::b")))
                .isFalse();
    }

    private static void assertDiffers(String from, String to) {
        assertThat(
                        PolicyDocument.parse(ONE)
                                .sameMeaning(PolicyDocument.parse(ONE.replace(from, to))))
                .as(to)
                .isFalse();
    }
}
