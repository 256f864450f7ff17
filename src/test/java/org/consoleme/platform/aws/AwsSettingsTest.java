package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Secret;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSettingsTest {
    @Test
    void nothingIsSetByDefault() {
        assertThat(AwsSettings.from(YamlConfiguration.of("{}"))).isEqualTo(Settings.NONE);
    }

    @Test
    void readsEveryKey() {
        AwsSettings settings =
                AwsSettings.from(
                        YamlConfiguration.of(
                                """
                                aws:
                                  sts_endpoint_url: https://sts.{region}.amazonaws.com
                                  federation_url: https://signin.example.com/federation
                                  issuer: Corp
                                policies:
                                  role_name: team/ConsoleMe
                                  role_name_overrides: {"200000000002": /Reader}
                                  external_ids: {"300000000003": three}
                                  external_id: other
                                consoleme_s3_bucket: cache
                                cache_accounts_from_aws_organizations:
                                  - organizations_master_account_id: "123456789012"
                                    organizations_master_role_to_assume: OrgReader
                                  - organizations_master_account_id: "400000000004"
                                """));

        assertThat(settings.stsEndpoint()).contains("https://sts.{region}.amazonaws.com");
        assertThat(settings.federation())
                .contains(URI.create("https://signin.example.com/federation"));
        assertThat(settings.issuer()).contains("Corp");
        assertThat(settings.bucket()).contains("cache");
        assertThat(settings.spokeRole(new AccountId("200000000002"))).contains("Reader");
        assertThat(settings.spokeRole(new AccountId("300000000003"))).contains("team/ConsoleMe");
        assertThat(settings.externalId(new AccountId("300000000003")))
                .contains(new Secret("three"));
        assertThat(settings.externalId(new AccountId("200000000002")))
                .contains(new Secret("other"));
        assertThat(settings.organizations())
                .containsExactly(
                        new AwsSettings.ManagementAccount(
                                new AccountId("123456789012"), Optional.of("OrgReader")),
                        new AwsSettings.ManagementAccount(
                                new AccountId("400000000004"), Optional.empty()));
    }

    @Test
    void accountNumbersThatYamlReadAsNumbersGetTheirZerosBack() {
        AwsSettings settings =
                AwsSettings.from(
                        YamlConfiguration.of("policies: {role_name_overrides: {22222222222: R}}"));

        assertThat(settings.spokeRoles()).isEqualTo(Map.of(new AccountId("022222222222"), "R"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://signin.example.com/federation",
                "http://127.0.0.1.example.com/federation",
                "ftp://127.0.0.1/federation",
                "https://signin.example.com/federation?x=y",
                "signin",
                "::"
            })
    void keysGoNowhereWithoutTls(String url) {
        Problems.assertInvalid(
                "aws.federation_url",
                () ->
                        AwsSettings.from(
                                YamlConfiguration.of("aws: {federation_url: '" + url + "'}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:99/federation", "http://[::1]:99/f", "http://localhost/f"})
    void loopbackNeedsNoTls(String url) {
        assertThat(
                        AwsSettings.from(
                                        YamlConfiguration.of(
                                                "aws: {federation_url: '" + url + "'}"))
                                .federation())
                .contains(URI.create(url));
    }
}
