package org.consoleme.platform.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.consoleme.shared.Problem;

/** Where a piece of the static configuration lies. */
sealed interface ConfigLocation {
    String SECRET_PREFIX = "AWS_SECRETS_MANAGER:";
    String S3_PREFIX = "s3://";

    /** Absolute and normalized. */
    record File(Path path) implements ConfigLocation {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    record S3Object(String bucket, String key) implements ConfigLocation {
        @Override
        public String toString() {
            return S3_PREFIX + bucket + "/" + key;
        }
    }

    record ManagedSecret(String name) implements ConfigLocation {
        @Override
        public String toString() {
            return SECRET_PREFIX + name;
        }
    }

    /**
     * Reads a location as {@code CONFIG_LOCATION} and {@code extends} have it.
     *
     * @param key where the text stands, for the message
     * @param base what a relative path is relative to
     */
    static ConfigLocation parse(String key, String text, Path base) {
        if (text.startsWith(SECRET_PREFIX)) {
            String name = text.substring(SECRET_PREFIX.length());
            if (name.isBlank()) {
                throw invalid(key, "AWS_SECRETS_MANAGER: is followed by the name of a secret");
            }
            return new ManagedSecret(name);
        }
        if (text.startsWith(S3_PREFIX)) {
            return s3(key, text.substring(S3_PREFIX.length()));
        }
        try {
            return new File(base.resolve(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new Problem.Invalid(key, "is not a path of a file").asException(e);
        }
    }

    /** {@code bucket/key}. */
    static S3Object s3(String key, String bucketAndKey) {
        int slash = bucketAndKey.indexOf('/');
        if (slash < 1 || slash == bucketAndKey.length() - 1) {
            throw invalid(key, "an object in S3 is written s3://bucket/key");
        }
        return new S3Object(bucketAndKey.substring(0, slash), bucketAndKey.substring(slash + 1));
    }

    private static RuntimeException invalid(String key, String reason) {
        return new Problem.Invalid(key, reason).asException();
    }
}
