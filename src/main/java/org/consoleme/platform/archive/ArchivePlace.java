package org.consoleme.platform.archive;

import java.util.Optional;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;

/**
 * Where one of ConsoleMe's objects lies.
 *
 * @param bucket empty if none is configured: then nothing is archived
 * @param key may hold {@code {account_id}} and {@code {resource_type}}
 */
public record ArchivePlace(Optional<String> bucket, String key) {

    /**
     * @param overrides what comes before {@code .bucket} and {@code .file} in the configuration
     */
    public static ArchivePlace of(
            Configuration configuration, String overrides, String defaultKey) {
        return of(configuration, overrides + ".bucket", overrides + ".file", defaultKey);
    }

    /** For the objects whose two overrides do not belong together. */
    public static ArchivePlace of(
            Configuration configuration, String bucketKey, String fileKey, String defaultKey) {
        return new ArchivePlace(
                configuration
                        .text(bucketKey)
                        .or(() -> configuration.text("consoleme_s3_bucket"))
                        .filter(name -> !name.isBlank()),
                configuration.text(fileKey, defaultKey));
    }

    public ArchivePlace ofAccount(AccountId account) {
        return new ArchivePlace(bucket, key.replace("{account_id}", account.value()));
    }

    public ArchivePlace ofType(String resourceType) {
        return new ArchivePlace(bucket, key.replace("{resource_type}", resourceType));
    }

    boolean compressed() {
        return key.endsWith(".gz");
    }
}
