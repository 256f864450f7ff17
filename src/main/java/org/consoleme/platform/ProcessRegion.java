package org.consoleme.platform;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The AWS region that this process works in, by ConsoleMe's rule: {@code EC2_REGION}, {@code
 * AWS_REGION}, {@code AWS_DEFAULT_REGION}, else {@code us-east-1}.
 */
public record ProcessRegion(String name) {
    private static final List<String> VARIABLES =
            List.of("EC2_REGION", "AWS_REGION", "AWS_DEFAULT_REGION");
    private static final String DEFAULT = "us-east-1";

    public static ProcessRegion of(Map<String, String> environment) {
        return new ProcessRegion(
                VARIABLES.stream()
                        .map(environment::get)
                        .filter(Objects::nonNull)
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .orElse(DEFAULT));
    }

    public static ProcessRegion ofThisProcess() {
        return of(System.getenv());
    }
}
