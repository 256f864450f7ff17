package org.consoleme.bench;

/** The server's configuration here: what a deployment would write, without an AWS account. */
final class Configurations {
    static final String SECRET = "bench-token-secret-of-more-than-32-characters";
    static final String SLACK_SECRET = "0123456789abcdef0123456789abcdef";
    static final String ADMINISTRATOR = "admin@example.com";

    private Configurations() {}

    /** Jobs start only when asked; keys are for whoever a role's tag names. */
    static String server(int redisPort) {
        return """
        environment: dev
        application_name: consoleme
        jwt_secret: %s
        application_admin: %s
        auth_cookie_name: consoleme_auth
        auth:
          get_user_by_header: true
          get_groups_by_header: true
          user_header_name: user_header
          groups_header_name: groups_header
          trusted_proxies: [127.0.0.1/32]
        challenge_url: {enabled: true}
        cloud_credential_authorization_mapping:
          role_tags:
            enabled: true
            authorized_groups_tags: [consoleme-authorized]
            authorized_groups_cli_only_tags: [consoleme-authorized-cli-only]
        policies: {role_name: ConsoleMe}
        aws: {region: us-east-1, account_number: "123456789012"}
        cache_cloud_accounts: {from_aws_organizations: true}
        cache_accounts_from_aws_organizations:
          - {organizations_master_account_id: "123456789012", organizations_master_role_to_assume: ConsoleMe}
        redis: {host: {global: 127.0.0.1}, port: %d, db: 0}
        jobs: {enabled: false}
        """
                .formatted(SECRET, ADMINISTRATOR, redisPort);
    }
}
