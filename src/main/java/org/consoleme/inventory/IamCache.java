package org.consoleme.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.AccountId;

/**
 * The IAM objects of all accounts in ConsoleMe's formats: the Redis hashes {@code IAM_ROLE_CACHE},
 * {@code IAM_USER_CACHE}, {@code IAM_GROUP_CACHE}, {@code IAM_POLICY_CACHE}, {@code
 * IAM_MANAGED_POLICIES} and the table {@code consoleme_iamroles_global}.
 */
public interface IamCache {

    /** What was written of an account, by ARN: cheap to read, no documents. */
    Map<String, Written> written(AccountId account);

    /** Writes a page of objects that are new, changed, or near the end of their life. */
    void write(List<Entry> entries);

    /** Removes what a complete reading did not find any more. */
    void remove(AccountId account, Collection<Gone> gone);

    /** Replaces the account's list of managed policy ARNs, sorted. */
    void managedPolicies(AccountId account, List<String> arns);

    /**
     * @param fingerprint of the document, owner included
     * @param ttl until when ConsoleMe takes the entry for good
     */
    record Written(IamObject.Kind kind, String fingerprint, Instant ttl) {}

    record Entry(IamObject object, Optional<String> owner, String fingerprint, Instant ttl) {}

    record Gone(IamObject.Kind kind, String arn) {}
}
