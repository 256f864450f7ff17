package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleDestinationTest {
    private final ConsoleDestination destinations =
            new ConsoleDestination(CredentialSettings.from(MapConfiguration.empty()));

    @Test
    void theRegionsHomeByPartition() {
        assertThat(destinations.of("aws", Optional.empty(), Optional.empty()))
                .hasToString("https://us-east-1.console.aws.amazon.com");
        assertThat(destinations.of("aws-cn", Optional.of("cn-north-1"), Optional.empty()))
                .hasToString("https://cn-north-1.console.amazonaws.cn");
        assertThat(destinations.of("aws-us-gov", Optional.of("us-gov-west-1"), Optional.empty()))
                .hasToString("https://us-gov-west-1.console.amazonaws-us-gov.com");
    }

    @Test
    void aPageOfTheAwsConsoleIsFollowed() {
        String page = "https://console.aws.amazon.com/sqs/v2/home?region=eu-west-1#/queues";
        assertThat(destinations.of("aws", Optional.empty(), Optional.of(page))).hasToString(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/",
                "https://console.aws.amazon.com.evil.example.com/",
                "https://evil.example.com/?console.aws.amazon.com",
                "http://console.aws.amazon.com/",
                "https://user@console.aws.amazon.com/",
                "https://console.aws.amazon.com:8443/",
                "javascript:alert(1)",
                "//console.aws.amazon.com/",
                "https://evil.example.com\\@console.aws.amazon.com/"
            })
    void d15_aPageElsewhereIsNot(String page) {
        assertThatThrownBy(() -> destinations.of("aws", Optional.empty(), Optional.of(page)))
                .hasMessageContaining("redirect");
    }

    @Test
    void aRegionIsARegion() {
        assertThatThrownBy(
                        () ->
                                destinations.of(
                                        "aws", Optional.of("evil.example.com/"), Optional.empty()))
                .hasMessageContaining("region");
    }
}
