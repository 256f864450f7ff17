package org.consoleme.platform.iam;

import java.util.Locale;
import org.consoleme.inventory.IamObject;
import org.consoleme.platform.archive.ArchivePlace;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;

/** Where ConsoleMe keeps IAM data in S3, with its overrides. */
record IamArchivePlaces(Configuration configuration) {

    /** The whole of one account, in the shape of AWS's answer. */
    ArchivePlace details(AccountId account) {
        return ArchivePlace.of(
                        configuration,
                        "cache_iam_resources_for_account.s3",
                        "get_account_authorization_details/"
                                + "get_account_authorization_details_{account_id}_v1.json.gz")
                .ofAccount(account);
    }

    /** One account's objects of one kind, as a list. */
    ArchivePlace list(IamObject.Kind kind, AccountId account) {
        String type = "iam_" + plural(kind);
        return ArchivePlace.of(
                        configuration,
                        "cache_iam_resources_for_account." + type + ".s3",
                        "account_resource_cache/cache_{resource_type}_{account_id}_v1.json.gz")
                .ofType(type)
                .ofAccount(account);
    }

    /** One account's managed policies, as a list of ARNs. */
    ArchivePlace managedPolicies(AccountId account) {
        return ArchivePlace.of(
                        configuration,
                        "account_resource_cache.s3",
                        "account_resource_cache/cache_{resource_type}_{account_id}_v1.json.gz")
                .ofType("managed_policies")
                .ofAccount(account);
    }

    /** The hash of all accounts. */
    ArchivePlace all(IamObject.Kind kind) {
        String name = "all_" + plural(kind);
        return ArchivePlace.of(
                configuration,
                "cache_iam_resources_across_accounts." + name + "_combined.s3",
                "account_resource_cache/cache_" + name + "_v1.json.gz");
    }

    /** AWS's name for the list in GetAccountAuthorizationDetails. */
    static String detailList(IamObject.Kind kind) {
        return switch (kind) {
            case ROLE -> "RoleDetailList";
            case USER -> "UserDetailList";
            case GROUP -> "GroupDetailList";
            case POLICY -> "Policies";
        };
    }

    private static String plural(IamObject.Kind kind) {
        return kind == IamObject.Kind.POLICY
                ? "policies"
                : kind.name().toLowerCase(Locale.ROOT) + "s";
    }
}
