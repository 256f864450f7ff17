package org.consoleme.inventory;

import java.time.Instant;
import org.consoleme.shared.AccountId;

/** ConsoleMe's S3 objects of IAM data. Does nothing when no bucket is configured. */
public interface IamArchive {

    /**
     * Begins the per-account objects; what is added is kept compressed until {@link
     * Session#commit}.
     */
    Session open(AccountId account);

    /** Writes the combined objects (all roles, users, groups, policies) from the caches. */
    void combine(Instant at);

    /** One account's objects: nothing is stored unless committed. */
    interface Session extends AutoCloseable {
        void add(IamObject object);

        void commit(Instant at);

        @Override
        void close();
    }
}
