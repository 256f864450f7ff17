package org.consoleme.platform.aws;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Settings;

/**
 * What the configuration says about AWS.
 *
 * @param stsEndpoint with {@code {region}} for the region; empty: the SDK's regional end point
 * @param spokeRole its name, path included; empty: only the current account can be read
 * @param spokeRoles other names, by account
 * @param externalIds by account; {@code externalId} is for all others
 * @param federation where keys become a sign-in token; empty: by partition
 * @param issuer whom AWS's sign-in page names; empty: nobody
 * @param bucket of the S3 objects; empty: none are kept
 * @param hubAccount {@code aws.account_number}: whose keys ours should be; the self-check compares
 * @param organizations the management accounts to ask
 */
public record AwsSettings(
        Optional<String> stsEndpoint,
        Optional<String> spokeRole,
        Map<AccountId, String> spokeRoles,
        Map<AccountId, Secret> externalIds,
        Optional<Secret> externalId,
        Optional<URI> federation,
        Optional<String> issuer,
        Optional<String> bucket,
        Optional<AccountId> hubAccount,
        List<ManagementAccount> organizations)
        implements Settings {

    /**
     * @param role to assume there; empty: the spoke role
     */
    public record ManagementAccount(AccountId id, Optional<String> role) {}

    public AwsSettings {
        spokeRoles = Map.copyOf(spokeRoles);
        externalIds = Map.copyOf(externalIds);
        organizations = List.copyOf(organizations);
    }

    public static AwsSettings from(Configuration configuration) {
        Map<AccountId, Secret> externalIds = new TreeMap<>();
        byAccount(configuration, "policies.external_ids")
                .forEach((id, text) -> externalIds.put(id, new Secret(text)));
        return new AwsSettings(
                filled(configuration, "aws.sts_endpoint_url"),
                filled(configuration, "policies.role_name").map(AwsSettings::roleName),
                roleNames(configuration),
                externalIds,
                configuration.secret("policies.external_id"),
                filled(configuration, "aws.federation_url").map(AwsSettings::federationUrl),
                filled(configuration, "aws.issuer"),
                filled(configuration, "consoleme_s3_bucket"),
                filled(configuration, "aws.account_number")
                        .map(number -> account("aws.account_number", number)),
                configuration.maps("cache_accounts_from_aws_organizations").stream()
                        .map(AwsSettings::managementAccount)
                        .toList());
    }

    /** What the spoke role of an account is called; empty if nothing is configured. */
    public Optional<String> spokeRole(AccountId account) {
        return Optional.ofNullable(spokeRoles.get(account)).or(this::spokeRole);
    }

    public Optional<Secret> externalId(AccountId account) {
        return Optional.ofNullable(externalIds.get(account)).or(this::externalId);
    }

    private static Optional<String> filled(Configuration configuration, String key) {
        return configuration.text(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Map<AccountId, String> byAccount(Configuration configuration, String key) {
        Map<AccountId, String> found = new TreeMap<>();
        configuration
                .map(key)
                .forEach((id, value) -> found.put(account(key, id), String.valueOf(value)));
        return found;
    }

    private static Map<AccountId, String> roleNames(Configuration configuration) {
        Map<AccountId, String> names = byAccount(configuration, "policies.role_name_overrides");
        names.replaceAll((id, name) -> roleName(name));
        return names;
    }

    private static ManagementAccount managementAccount(Map<String, Object> entry) {
        Object id = entry.get("organizations_master_account_id");
        return new ManagementAccount(
                account(
                        "cache_accounts_from_aws_organizations.organizations_master_account_id",
                        id),
                Optional.ofNullable(entry.get("organizations_master_role_to_assume"))
                        .map(String::valueOf)
                        .filter(role -> !role.isBlank())
                        .map(AwsSettings::roleName));
    }

    /** Accepts numbers that YAML read without their leading zeros. */
    static AccountId account(String key, Object value) {
        String text = value == null ? "" : value.toString().strip();
        if (!text.isEmpty()
                && text.length() < 12
                && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            text = "0".repeat(12 - text.length()) + text;
        }
        if (!AccountId.isAccountId(text)) {
            throw new Problem.Invalid(key, "not an AWS account number of 12 digits").asException();
        }
        return new AccountId(text);
    }

    /** Some write a path as IAM shows it, with a slash before. */
    private static String roleName(String text) {
        return text.startsWith("/") ? text.substring(1) : text;
    }

    private static URI federationUrl(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null
                    && uri.getQuery() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && isLoopback(uri.getHost())))) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // reported below
        }
        throw new Problem.Invalid(
                        "aws.federation_url", "keys go there: https, or http on loopback only")
                .asException();
    }

    /** Only literal addresses and {@code localhost}: a name server must not decide this. */
    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
