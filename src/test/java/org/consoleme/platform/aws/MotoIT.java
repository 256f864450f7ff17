package org.consoleme.platform.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.inventory.IamObject;
import org.consoleme.operations.Check.State;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.testing.BesideOthers;
import org.consoleme.testing.MotoExtension;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** The same classes against a stand-in for AWS that we did not write. */
@BesideOthers
class MotoIT {
    @RegisterExtension static final MotoExtension MOTO = new MotoExtension();

    private static final AccountId HUB = new AccountId("123456789012");
    private static final AccountId BILLING = new AccountId("200000000002");
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:role/ConsoleMeHub\"},\"Action\":\"sts:AssumeRole\"}]}";

    private static final String LOGS =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"logs:PutLogEvents\",\"Resource\":\"*\"}]}";
    private static final Tag OWNER = Tag.builder().key("owner").value("finops@example.com").build();

    private final AwsSettings settings =
            AwsSettings.from(
                    YamlConfiguration.of(
                            """
                            policies: {role_name: ConsoleMe}
                            consoleme_s3_bucket: cache
                            cache_accounts_from_aws_organizations:
                              - organizations_master_account_id: "123456789012"
                            """));
    private Aws aws;

    @BeforeEach
    void connect() {
        aws = new Aws(MOTO.endpoint(), settings, Clock.systemUTC());
    }

    @AfterEach
    void disconnect() {
        aws.close();
    }

    @Test
    void aSpokeAccountIsReadThroughItsRole() throws IOException {
        try (IamClient iam = aws.clients.iam(aws.sessions.spoke(BILLING))) {
            iam.createRole(
                    r ->
                            r.roleName("ledger-writer")
                                    .path("/teams/finance/")
                                    .description("Ledger – writes")
                                    .maxSessionDuration(7200)
                                    .assumeRolePolicyDocument(TRUST)
                                    .tags(OWNER));
            iam.putRolePolicy(
                    r ->
                            r.roleName("ledger-writer")
                                    .policyName("write")
                                    .policyDocument(
                                            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::a/ü+*\"}]}"));
            iam.createUser(r -> r.userName("invoice-bot"));
            iam.createGroup(r -> r.groupName("billing-ops"));
            iam.createPolicy(r -> r.policyName("baseline").policyDocument(LOGS));
        }

        List<IamObject> read = aws.read(BILLING.value());

        IamObject role = named(read, "ledger-writer");
        assertThat(role.arn())
                .isEqualTo("arn:aws:iam::200000000002:role/teams/finance/ledger-writer");
        assertThat(role.role().orElseThrow().maxSession().toSeconds()).isEqualTo(7200);
        assertThat(role.role().orElseThrow().description()).contains("Ledger – writes");
        assertThat(role.role().orElseThrow().trustPolicy())
                .isEqualTo(
                        TRUST.replace(":[", ": [")
                                .replace("\":\"", "\": \"")
                                .replace("\":{", "\": {")
                                .replace("\",\"", "\", \"")
                                .replace("},\"Action", "}, \"Action"));
        assertThat(role.document()).contains("\"Resource\": \"arn:aws:s3:::a/\\u00fc+*\"");
        assertThat(role.tags()).containsEntry("owner", "finops@example.com");
        assertThat(read)
                .extracting(IamObject::kind)
                .contains(IamObject.Kind.USER, IamObject.Kind.GROUP, IamObject.Kind.POLICY);
        assertThat(named(read, "baseline").arn())
                .isEqualTo("arn:aws:iam::200000000002:policy/baseline");
    }

    @Test
    void anOrganizationIsReadWithItsNestedUnitsAndSuspendedAccounts() {
        String nested;
        String closed;
        try (OrganizationsClient organizations = aws.clients.organizations(aws.clients.hub())) {
            organizations.createOrganization(r -> r.featureSet("ALL"));
            String root = organizations.listRoots().roots().getFirst().id();
            String prod = unit(organizations, root, "prod");
            String data = unit(organizations, prod, "data");
            nested = create(organizations, "data-platform");
            organizations.moveAccount(
                    r -> r.accountId(nested).sourceParentId(root).destinationParentId(data));
            closed = create(organizations, "old");
            organizations.closeAccount(r -> r.accountId(closed));
        }

        List<Account> accounts =
                new OrganizationsAccountSource(aws.clients, aws.sessions, settings).read();

        assertThat(find(accounts, nested))
                .satisfies(
                        account -> {
                            assertThat(account.name()).isEqualTo("data-platform");
                            assertThat(account.ous()).containsExactly("prod", "data");
                            assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
                        });
        assertThat(find(accounts, closed).status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(find(accounts, HUB.value()).ous()).isEmpty();
    }

    @Test
    void objectsAreKeptAndFound() {
        S3ObjectStore store = new S3ObjectStore(aws.clients);
        S3Check check = new S3Check(aws.clients, settings);
        assertThat(check.look().state()).isEqualTo(State.DEGRADED);
        aws.clients.s3().createBucket(r -> r.bucket("cache"));

        store.put("cache", "a/b.json.gz", new byte[] {1, 2, 3});

        assertThat(store.get("cache", "a/b.json.gz").orElseThrow()).containsExactly(1, 2, 3);
        assertThat(store.get("cache", "missing")).isEqualTo(Optional.empty());
        assertThat(Problems.of(() -> store.get("nowhere", "missing")))
                .isEqualTo(new Problem.Refused("AWS", "NoSuchBucket"));
        assertThat(check.look().state()).isEqualTo(State.UP);
    }

    @Test
    void configurationIsReadFromSecretsAndObjects() {
        AwsRemoteText texts = new AwsRemoteText(aws.clients);
        String arn;
        try (var secrets = aws.clients.secrets(Region.EU_WEST_1)) {
            arn = secrets.createSecret(r -> r.name("other").secretString("jwt: ü")).arn();
        }
        aws.clients.s3().createBucket(r -> r.bucket("configuration"));
        new S3ObjectStore(aws.clients)
                .put("configuration", "consoleme.yaml", "a: ü".getBytes(UTF_8));

        assertThat(texts.secret(arn)).isEqualTo("jwt: ü");
        assertThat(texts.object("configuration", "consoleme.yaml")).isEqualTo("a: ü");
        assertThat(Problems.of(() -> texts.secret("nothing")))
                .isEqualTo(new Problem.Refused("AWS", "ResourceNotFoundException"));
        assertThat(Problems.of(() -> texts.object("configuration", "nothing")))
                .isEqualTo(new Problem.Refused("AWS", "NoSuchKey"));
    }

    @Test
    void endPointsComeFromTheSdksOwnSettings() {
        System.setProperty("aws.endpointUrl", MOTO.endpoint().toString());
        try (AwsClients clients =
                new AwsClients(
                        settings,
                        new AwsRegion(Region.EU_CENTRAL_1),
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("AKIDHUB", "secret")),
                        Optional.empty(),
                        Optional.empty())) {
            HubIdentity hub = new HubIdentity(clients, Clock.systemUTC());

            assertThat(hub.get().account()).isEqualTo(HUB);
            assertThat(new CurrentAccountSource(clients, hub).read())
                    .extracting(Account::name)
                    .containsExactly("123456789012");
        } finally {
            System.clearProperty("aws.endpointUrl");
        }
    }

    private static IamObject named(List<IamObject> objects, String name) {
        return objects.stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
    }

    private static Account find(List<Account> accounts, String id) {
        return accounts.stream().filter(a -> a.id().value().equals(id)).findFirst().orElseThrow();
    }

    private static String unit(OrganizationsClient organizations, String parent, String name) {
        return organizations
                .createOrganizationalUnit(r -> r.parentId(parent).name(name))
                .organizationalUnit()
                .id();
    }

    private static String create(OrganizationsClient organizations, String name) {
        return organizations
                .createAccount(r -> r.accountName(name).email(name + "@example.com"))
                .createAccountStatus()
                .accountId();
    }
}
