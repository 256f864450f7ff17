package org.consoleme.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretShapesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAIOSFODNN7EXAMPLE",
                "key ASIAIOSFODNN7EXAMPLE.",
                "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
                "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "AWS_SESSION_TOKEN=IQoJb3JpZ2luX2VjE",
                "\"SecretAccessKey\": \"wJalrXUtnFEMI\"",
                "-----BEGIN RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----",
                "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc",
                "xoxb-123456789012-abc",
                "xapp-1-A0123456789-abc",
                "password=hunter22",
                "DB_PASSWORD: hunter22",
                "the Password : \"correct horse\""
            })
    void aSecretIsRecognized(String text) {
        assertThat(SecretShapes.found(text)).isTrue();
        assertThat(SecretShapes.found("x".repeat(50_000) + " " + text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rotate the password of billing",
                "INC-4711: secret rotation",
                "arn:aws:iam::200000000002:role/secret-reader",
                "SLAKIAIOSFODNN7EXAMPLE",
                "token",
                "password=",
                "eyJ is how it begins",
                "-----BEGIN CERTIFICATE-----",
                "xoxo to all"
            })
    void whatOnlyTalksOfSecretsIsNone(String text) {
        assertThat(SecretShapes.found(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AKIA",
                "eyJ",
                "eyJ-",
                "eyJaaaaaaaaaa.",
                "-----BEGIN ",
                "password=",
                "token = ",
                "secret \" ",
                "xoxb-",
                " "
            })
    void aMegabyteOfNearlySecretsIsReadInLinearTime(String part) {
        String large = part.repeat((1 << 20) / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> SecretShapes.found(large));
    }

    @Test
    void halfOfAPairIsNoProblem() {
        assertThatCode(() -> SecretShapes.found("\uD83D")).doesNotThrowAnyException();
    }
}
