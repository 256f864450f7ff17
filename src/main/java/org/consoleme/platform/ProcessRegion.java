package org.consoleme.platform;

/**
 * The AWS region that this process works in; {@code platform.aws.AwsRegion} finds it, for all
 * stores alike.
 */
public record ProcessRegion(String name) {}
