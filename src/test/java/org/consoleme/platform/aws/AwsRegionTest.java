package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class AwsRegionTest {

    @Test
    void theFirstVariableWins() {
        assertThat(
                        find(
                                Map.of(
                                        "EC2_REGION", "eu-west-1",
                                        "AWS_REGION", "eu-west-2",
                                        "AWS_DEFAULT_REGION", "eu-west-3")))
                .isEqualTo(Region.EU_WEST_1);
        assertThat(find(Map.of("AWS_REGION", "eu-west-2", "AWS_DEFAULT_REGION", "eu-west-3")))
                .isEqualTo(Region.EU_WEST_2);
        assertThat(find(Map.of("AWS_REGION", " ", "AWS_DEFAULT_REGION", "eu-west-3")))
                .isEqualTo(Region.EU_WEST_3);
    }

    @Test
    void withoutVariablesTheSdkSaysAndThenVirginia() {
        assertThat(AwsRegion.find(Map.of(), () -> Optional.of(Region.EU_NORTH_1)).region())
                .isEqualTo(Region.EU_NORTH_1);
        assertThat(find(Map.of())).isEqualTo(Region.US_EAST_1);
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, aws, aws-global, https://signin.aws.amazon.com/federation",
        "eu-central-1, aws, aws-global, https://signin.aws.amazon.com/federation",
        "cn-north-1, aws-cn, aws-cn-global, https://signin.amazonaws.cn/federation",
        "us-gov-west-1, aws-us-gov, aws-us-gov-global, https://signin.amazonaws-us-gov.com/federation"
    })
    void thePartitionDecidesArnsAndGlobalServices(
            String region, String partition, String global, String federation) {
        AwsRegion home = new AwsRegion(Region.of(region));

        assertThat(home.partition()).isEqualTo(partition);
        assertThat(home.global().id()).isEqualTo(global);
        assertThat(home.federation()).hasToString(federation);
    }

    private static Region find(Map<String, String> environment) {
        return AwsRegion.find(environment, Optional::empty).region();
    }
}
