package org.consoleme.platform.config;

/**
 * Fetches configuration that does not lie in a file: from S3, with the hub role's credentials, or
 * from Secrets Manager. Used while the configuration is being read, so an implementation knows the
 * region and end points from the environment only and never asks for {@code Configuration}. At most
 * {@link #MAX_BYTES}; bounded time-outs and retries.
 *
 * <p>Every method throws {@code ProblemException}: {@code Refused} if AWS says no (no such object
 * or secret, too, with AWS's error code), {@code Unavailable} if it does not answer, {@code
 * TooLarge}. The messages hold nothing of what was fetched.
 */
public interface RemoteText {
    int MAX_BYTES = SafeYaml.MAX_BYTES;

    /** The whole object, decompressed by nobody. */
    byte[] object(String bucket, String key);

    /**
     * The current version of a secret in the region {@code EC2_REGION}, else the process's own. A
     * binary secret is decoded once, by the SDK.
     *
     * @param name a secret's name or ARN
     */
    byte[] secret(String name);
}
