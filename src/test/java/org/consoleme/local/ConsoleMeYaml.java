package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consoleme.local.seed.DemoOrganization;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The server's configuration file: ConsoleMe's keys, as an existing deployment would write them.
 */
final class ConsoleMeYaml {
    private static final String NAME = "consoleme.yaml";
    private static final int SECRET_BYTES = 32;

    private ConsoleMeYaml() {}

    /** Written anew at each start; the token secret is made once, so that sign-ins survive. */
    static void write(StackSettings settings, Path state) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        writePrivately(
                state.resolve(NAME),
                "# Written by the local stack at each start: changes here are lost.\n"
                        + new Yaml(options).dump(keys(settings, tokenSecret(state))));
    }

    /**
     * What the first server has, and what this one has otherwise.
     *
     * @return the file
     */
    static Path writeFor(ServerNode node, Path state) {
        Path file = state.resolve("consoleme-" + node.name() + ".yaml");
        try {
            Map<String, Object> keys =
                    new LinkedHashMap<>(
                            new Yaml()
                                    .<Map<String, Object>>load(
                                            Files.readString(state.resolve(NAME))));
            keys.put("node", Map.of("name", node.name()));
            keys.putAll(node.keys());
            writePrivately(file, new Yaml().dump(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static Map<String, Object> keys(StackSettings settings, String tokenSecret) {
        String redis = settings.redisAddress();
        int colon = redis.lastIndexOf(':');
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("environment", "dev");
        keys.put("application_name", "consoleme");
        keys.put("url", settings.serverAddress().toString());
        keys.put("jwt_secret", tokenSecret);
        keys.put("auth_cookie_name", "consoleme_auth");
        keys.put("auth", signIn());
        keys.put("challenge_url", Map.of("enabled", true));
        keys.put("groups", groups());
        keys.put("cloud_credential_authorization_mapping", authorization());
        keys.put("policies", Map.of("role_name", DemoOrganization.SPOKE_ROLE));
        keys.put("aws", aws(settings));
        keys.put("cache_cloud_accounts", Map.of("from_aws_organizations", true));
        keys.put("cache_accounts_from_aws_organizations", List.of(organization()));
        keys.put("consoleme_s3_bucket", DemoOrganization.CACHE_BUCKET);
        Map<String, Object> redisKeys = new LinkedHashMap<>();
        redisKeys.put("host", Map.of("global", redis.substring(0, colon)));
        redisKeys.put("port", Integer.parseInt(redis.substring(colon + 1)));
        redisKeys.put("db", 0);
        keys.put("redis", redisKeys);
        if (settings.dynamodb().isPresent()) {
            keys.put(
                    "dynamodb",
                    Map.of("create_tables", false)); // somebody else's: never created in
        }
        keys.put("support_contact", "cloud-help@example.com");
        return keys;
    }

    private static Map<String, Object> signIn() {
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put("get_user_by_header", true);
        auth.put("get_groups_by_header", true);
        auth.put("user_header_name", "user_header");
        auth.put("groups_header_name", "groups_header");
        auth.put("trusted_proxies", List.of("127.0.0.1/32"));
        auth.put("remote_ip", Map.of("trusted_remote_ip_header", "X-Forwarded-For"));
        auth.put("set_auth_cookie", true);
        return auth;
    }

    private static Map<String, Object> groups() {
        Map<String, Object> groups = new LinkedHashMap<>();
        groups.put("can_admin", List.of("security@example.com"));
        groups.put("can_admin_policies", List.of("platform@example.com"));
        return groups;
    }

    private static Map<String, Object> authorization() {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("enabled", true);
        tags.put("authorized_groups_tags", List.of(DemoOrganization.AUTHORIZED_TAG));
        tags.put("authorized_groups_cli_only_tags", List.of(DemoOrganization.CLI_ONLY_TAG));
        return Map.of("role_tags", tags);
    }

    private static Map<String, Object> aws(StackSettings settings) {
        Map<String, Object> aws = new LinkedHashMap<>();
        aws.put("region", ServerEnvironment.REGION);
        aws.put("account_number", DemoOrganization.HUB);
        aws.put("issuer", "ConsoleMe");
        aws.put("federation_url", settings.federationAddress().toString());
        aws.put("tags", Map.of("owner", List.of("owner")));
        return aws;
    }

    private static Map<String, Object> organization() {
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("organizations_master_account_id", DemoOrganization.HUB);
        organization.put("organizations_master_role_to_assume", DemoOrganization.SPOKE_ROLE);
        return organization;
    }

    private static String tokenSecret(Path state) {
        Path file = state.resolve("jwt-secret");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                writePrivately(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writePrivately(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
