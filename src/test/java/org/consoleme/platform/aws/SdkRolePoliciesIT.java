package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.inventory.IamCache;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.inventory.InventorySettings;
import org.consoleme.inventory.RefreshAccount;
import org.consoleme.inventory.RefreshRole;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.MotoExtension;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/** Inline policies in a stand-in for AWS that we did not write. */
class SdkRolePoliciesIT {
    @RegisterExtension static final MotoExtension MOTO = new MotoExtension();

    private static final UserId BO = new UserId("bo@example.com");
    private static final AccountId ACCOUNT = new AccountId("200000000002");
    private static final RoleArn APP =
            RoleArn.parse("arn:aws:iam::200000000002:role/team/backend/app+x=1,a.b@c-d_e");
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:root\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String READ =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";

    private final InMemoryIamCache cache = new InMemoryIamCache();
    private final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
    private final InventorySettings inventory =
            InventorySettings.from(MapConfiguration.empty().with("aws.tags.owner", "owner"));
    private Aws aws;
    private SdkRolePolicies policies;

    @BeforeEach
    void connect() {
        aws = new Aws(MOTO.endpoint(), Settings.spoke("ConsoleMe"), Clock.systemUTC());
        SpokeChanges changes = new SpokeChanges(aws.clients, aws.sessions, Clock.systemUTC());
        policies =
                new SdkRolePolicies(
                        changes,
                        new RefreshRole(
                                new SdkRoleReader(changes),
                                cache,
                                indexes,
                                inventory,
                                Clock.systemUTC()));
        iam(
                iam ->
                        iam.createRole(
                                r ->
                                        r.roleName(APP.name())
                                                .path(APP.path())
                                                .assumeRolePolicyDocument(TRUST)));
    }

    @AfterEach
    void disconnect() {
        iam(
                iam -> {
                    iam.listRolePolicies(r -> r.roleName(APP.name()))
                            .policyNames()
                            .forEach(
                                    name ->
                                            iam.deleteRolePolicy(
                                                    r -> r.roleName(APP.name()).policyName(name)));
                    iam.deleteRole(r -> r.roleName(APP.name()));
                });
        aws.close();
    }

    @Test
    void aPolicyIsPutReplacedAndDeleted() {
        policies.put(APP, "read", PolicyDocument.parse(READ), BO);
        assertThat(text("read")).contains(READ);

        String other = READ.replace("GetObject", "ListBucket");
        policies.put(APP, "read", PolicyDocument.parse(other), BO);
        assertThat(text("read")).contains(other);

        policies.delete(APP, "read", BO);
        policies.delete(APP, "read", BO);
        assertThat(text("read").isPresent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::a/ü+*\"}]}",
                "{\n  \"Statement\" : [{\"Action\":\"s3:GetObject\",\r\n\t\"Resource\":\"arn:aws:s3:::b/100% %2B & 'y'\",\"Effect\":\"Allow\"}],\n  \"Version\": \"2012-10-17\"\n}",
                "{\"Version\":\"2012-10-17\",\"Id\":\"a\\u00fc\\\"b\\\\\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}"
            })
    void whatIsPutIsWhatIsReadToTheByte(String document) {
        policies.put(APP, "p.q+r=s,t@u_v-w", PolicyDocument.parse(document), BO);

        assertThat(text("p.q+r=s,t@u_v-w")).contains(document);
        assertThat(policies.othersSize(APP, "p.q+r=s,t@u_v-w", BO)).isZero();
        assertThat(policies.othersSize(APP, "another", BO)).isPositive();
    }

    @Test
    void anotherPathOfTheSameNameIsNoRoleOfOurs() {
        RoleArn elsewhere = RoleArn.parse("arn:aws:iam::200000000002:role/" + APP.name());

        assertThat(Problems.of(() -> policies.inline(elsewhere, "read", BO)))
                .isEqualTo(new Problem.NotFound("role", elsewhere.toString()));
    }

    @Test
    void aDocumentThatAwsRefusesComesBackWithItsWords() {
        assertThat(
                        Problems.of(
                                () ->
                                        policies.put(
                                                APP,
                                                "p",
                                                PolicyDocument.parse(
                                                        READ.replace(
                                                                "\"*\"",
                                                                "\"arn:aws:s3:us-east-1::b\"")),
                                                BO)))
                .isInstanceOfSatisfying(
                        Problem.Refused.class,
                        refused ->
                                assertThat(refused.code()).startsWith("MalformedPolicyDocument: "));
    }

    /** A role that was refreshed by itself is written just as the reading of its account does. */
    @Test
    void aRefreshedRoleLooksAsTheWholeReadingOfItsAccountHasIt() {
        owner("team@example.com");
        policies.put(APP, "read", PolicyDocument.parse(READ), BO);
        readAccount();
        IamCache.Entry whole = cache.of(ACCOUNT).get(APP.toString());
        IndexedRole row = row();

        policies.refresh(APP, BO);

        IamCache.Entry single = cache.of(ACCOUNT).get(APP.toString());
        assertThat(single.object().document()).isEqualTo(whole.object().document());
        assertThat(single.fingerprint()).isEqualTo(whole.fingerprint());
        assertThat(row()).isEqualTo(row);
    }

    @Test
    void aChangeIsVisibleAtOnce() {
        readAccount();

        policies.put(APP, "read", PolicyDocument.parse(READ), BO);
        owner("ada@example.com");
        policies.refresh(APP, BO);

        assertThat(cache.of(ACCOUNT).get(APP.toString()).object().document())
                .contains("s3:GetObject");
        assertThat(row().owner()).contains("ada@example.com");
        assertThat(row().tags()).isEqualTo(Map.of("owner", "ada@example.com"));
    }

    private void owner(String owner) {
        Tag tag = Tag.builder().key("owner").value(owner).build();
        iam(iam -> iam.tagRole(r -> r.roleName(APP.name()).tags(tag)));
    }

    private void readAccount() {
        new RefreshAccount(
                        aws.reader,
                        cache,
                        new InMemoryIamArchive(),
                        indexes,
                        inventory,
                        Clock.systemUTC())
                .handle(Aws.account(ACCOUNT.value()), () -> false);
    }

    private IndexedRole row() {
        List<IndexedRole> roles = indexes.read(ACCOUNT).orElseThrow().roles();
        return roles.stream().filter(role -> role.arn().equals(APP)).findFirst().orElseThrow();
    }

    private Optional<String> text(String policy) {
        return policies.inline(APP, policy, BO).map(PolicyDocument::text);
    }

    private void iam(Consumer<IamClient> work) {
        try (IamClient iam = aws.clients.iam(aws.sessions.spoke(ACCOUNT))) {
            work.accept(iam);
        }
    }
}
