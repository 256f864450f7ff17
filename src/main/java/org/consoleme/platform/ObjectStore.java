package org.consoleme.platform;

import java.util.Optional;

/** S3 as the rest of the platform needs it. */
public interface ObjectStore {

    /**
     * @throws org.consoleme.shared.ProblemException {@code Refused} or {@code Unavailable}
     */
    void put(String bucket, String key, byte[] content);

    /**
     * @return empty if there is no such object (by error code, also where S3 says AccessDenied for
     *     want of list permission)
     */
    Optional<byte[]> get(String bucket, String key);
}
