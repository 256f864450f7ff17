package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.inventory.IamCache;
import org.consoleme.inventory.InventorySettings;
import org.consoleme.inventory.RefreshRole;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.RolePolicies;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdkRolePoliciesWireTest {
    private static final UserId BO = new UserId("bo@example.com");
    private static final RoleArn APP =
            RoleArn.parse("arn:aws:iam::200000000002:role/team/backend/app");
    private static final String READ =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";

    private final InMemoryIamCache cache = new InMemoryIamCache();
    private IamStub stub;
    private Aws aws;
    private SdkRolePolicies policies;

    @BeforeEach
    void start() throws IOException {
        stub = new IamStub(1, 0, 1);
        stub.roles().add(APP, Map.of("owner", "team@example.com"));
        connect(Settings.spoke("ConsoleMe"));
    }

    private void connect(AwsSettings settings) {
        aws = new Aws(stub, settings);
        policies = policies(aws);
    }

    private SdkRolePolicies policies(Aws connected) {
        return policies(connected, Clock.systemUTC());
    }

    private SdkRolePolicies policies(Aws connected, Clock clock) {
        SpokeChanges changes = new SpokeChanges(connected.clients, connected.sessions, clock);
        return new SdkRolePolicies(
                changes,
                new RefreshRole(
                        new SdkRoleReader(changes),
                        cache,
                        new InMemoryAccountIndexes(),
                        InventorySettings.from(
                                MapConfiguration.empty().with("aws.tags.owner", "owner")),
                        Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        aws.close();
        stub.close();
    }

    @Test
    void policyA01_anInlinePolicyIsPutWithItsExactText() {
        String text = READ.replace(",", " ,\n\t").replace(":[", " : [ ");

        policies.put(APP, "read", PolicyDocument.parse(text), BO);

        assertThat(stub.roles().policies(APP)).containsExactly(Map.entry("read", text));
        assertThat(stub.last("PutRolePolicy"))
                .containsEntry("RoleName", "app")
                .containsEntry("PolicyName", "read")
                .containsEntry("PolicyDocument", text);
    }

    @Test
    void policyA02_anInlinePolicyIsDeletedAndOneThatIsGoneIsNoError() {
        stub.roles().policies(APP).put("existing", READ);

        policies.delete(APP, "existing", BO);
        policies.delete(APP, "existing", BO);

        assertThat(stub.roles().policies(APP)).isEmpty();
        assertThat(stub.calls("DeleteRolePolicy")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                READ,
                "{\n  \"Version\" : \"2012-10-17\",\r\n\t\"Statement\":[{\"Action\" :\"*\",\"Effect\":\"Deny\",\"Resource\":\"*\" } ]\n}\n",
                "{\"Id\":\"a+b %2B 100% \u00fc \\u00fc *~'()!\",\"Statement\":{\"Action\":\"*\",\"Effect\":\"Deny\",\"Resource\":\"*\"}}"
            })
    void whatAwsHasIsReadToTheCharacter(String text) {
        stub.roles().policies(APP).put("p", text);

        assertThat(policies.inline(APP, "p", BO).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Statement\":7}", "no JSON"})
    void defectB06_whatCannotBeReadIsNotTakenForEmpty(String live) {
        stub.roles().policies(APP).put("p", live);

        assertThat(Problems.of(() -> policies.inline(APP, "p", BO)))
                .isInstanceOfSatisfying(
                        Problem.Refused.class,
                        refused ->
                                assertThat(refused.code())
                                        .startsWith("UnreadablePolicyDocument: "));
    }

    @Test
    void aRoleWithoutThatPolicyAndARoleThatIsNotThereAreTwoThings() {
        assertThat(policies.inline(APP, "none", BO).isPresent()).isFalse();

        RoleArn gone = RoleArn.parse("arn:aws:iam::200000000002:role/gone");
        assertThat(Problems.of(() -> policies.inline(gone, "p", BO)))
                .isEqualTo(new Problem.NotFound("role", gone.toString()));
        assertThat(Problems.of(() -> policies.othersSize(gone, "p", BO)))
                .isEqualTo(new Problem.NotFound("role", gone.toString()));
        assertThat(Problems.of(() -> policies.put(gone, "p", PolicyDocument.parse(READ), BO)))
                .isEqualTo(new Problem.NotFound("role", gone.toString()));
    }

    /** IAM knows it by its name alone, so a made-up path would get round what is ruled by path. */
    @Test
    void aRoleOfThatNameUnderAnotherPathIsNotTheOne() {
        RoleArn elsewhere = RoleArn.parse("arn:aws:iam::200000000002:role/harmless/app");

        assertThat(Problems.of(() -> policies.inline(elsewhere, "p", BO)))
                .isEqualTo(new Problem.NotFound("role", elsewhere.toString()));
    }

    @Test
    void theOtherPoliciesCountWithoutWhiteSpaceBetweenTheirWords() {
        stub.roles().policies(APP).put("a", READ.replace(",", " ,\n\t"));
        stub.roles().policies(APP).put("b", READ);
        stub.roles().policies(APP).put("c", "{ }");
        stub.roles().policies(APP).put("mine", READ);

        assertThat(policies.othersSize(APP, "mine", BO)).isEqualTo(2 * READ.length() + 3);
        assertThat(stub.calls("ListRolePolicies")).isEqualTo(2);
    }

    @Test
    void allPoliciesAreReadWithTheirTextsAndTheRoleIsTheOne() {
        stub.roles().policies(APP).put("b", READ.replace(",", " ,\n\t"));
        stub.roles().policies(APP).put("a", "no JSON");

        assertThat(policies.all(APP, BO))
                .containsExactly(
                        new RolePolicies.Live("a", "no JSON"),
                        new RolePolicies.Live("b", READ.replace(",", " ,\n\t")));
        RoleArn elsewhere = RoleArn.parse("arn:aws:iam::200000000002:role/harmless/app");
        assertThat(Problems.of(() -> policies.all(elsewhere, BO)))
                .isEqualTo(new Problem.NotFound("role", elsewhere.toString()));
    }

    @Test
    void sessionsAreTheSpokeRolesAndLeadBackToThePerson() {
        policies.put(
                APP, "p", PolicyDocument.parse(READ), new UserId("Müller, Jörg " + "x".repeat(80)));

        assertThat(stub.last("AssumeRole"))
                .containsEntry("RoleArn", "arn:aws:iam::200000000002:role/ConsoleMe")
                .extractingByKey("RoleSessionName")
                .asString()
                .startsWith("principal-updater-m-ller,-j-rg-xxx")
                .hasSize(64)
                .matches("[a-z0-9+=,.@_-]+");
    }

    @Test
    void eachPersonHasASessionOfTheirOwnAndOneForManyCalls() {
        policies.put(APP, "p", PolicyDocument.parse(READ), BO);
        policies.delete(APP, "p", BO);
        policies.put(APP, "p", PolicyDocument.parse(READ), new UserId("ada@example.com"));

        assertThat(stub.calls("AssumeRole")).isEqualTo(2);
        assertThat(stub.last("AssumeRole"))
                .containsEntry("RoleSessionName", "principal-updater-ada@example.com");
    }

    @Test
    void defectB11_policyA23_withoutASpokeRoleNothingIsChangedNotEvenInOurOwnAccount() {
        aws.close();
        connect(Settings.NONE);
        RoleArn hub = RoleArn.parse("arn:aws:iam::123456789012:role/app");

        for (RoleArn role : new RoleArn[] {hub, APP}) {
            assertThat(Problems.of(() -> policies.put(role, "p", PolicyDocument.parse(READ), BO)))
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class,
                            p -> assertThat(p.field()).isEqualTo("policies.role_name"));
        }
        assertThat(stub.calls("PutRolePolicy")).isZero();
    }

    @Test
    void aRoleOfAnotherPartitionIsNotLookedForInOurs() {
        RoleArn chinese = RoleArn.parse("arn:aws-cn:iam::200000000002:role/app");

        assertThat(Problems.of(() -> policies.inline(chinese, "p", BO)))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(stub.calls("AssumeRole")).isZero();
    }

    @Test
    void policyA21_whatAwsRefusesComesWithItsWords() {
        stub.fail("PutRolePolicy", 409, "LimitExceeded", 1);

        assertThat(Problems.of(() -> policies.put(APP, "p", PolicyDocument.parse(READ), BO)))
                .isEqualTo(new Problem.Refused("AWS", "LimitExceeded: told to"));
        assertThat(stub.calls("PutRolePolicy")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttling", "ServiceFailure", "ConcurrentModification"})
    void whatMayPassIsUnavailable(String code) {
        stub.fail("PutRolePolicy", code.equals("ServiceFailure") ? 500 : 400, code, 3);

        assertThat(Problems.of(() -> policies.put(APP, "p", PolicyDocument.parse(READ), BO)))
                .isInstanceOf(Problem.Unavailable.class);
    }

    @Test
    void aSpokeRoleThatWasMadeAnewIsAssumedAnew() {
        policies.inline(APP, "p", BO);
        stub.refuse("200000000002");
        assertThat(Problems.of(() -> policies.inline(APP, "p", BO)))
                .isInstanceOf(Problem.Unavailable.class);
        stub.allow();

        assertThat(policies.inline(APP, "p", BO).isPresent()).isFalse();
        assertThat(stub.calls("AssumeRole")).isEqualTo(2);
    }

    @Test
    void aServerThatIsAwayIsUnavailable() throws IOException {
        URI nowhere;
        try (IamStub closed = new IamStub(1, 0, 1)) {
            nowhere = closed.endpoint();
        }
        try (Aws away = new Aws(nowhere, Settings.spoke("ConsoleMe"), Clock.systemUTC())) {
            assertThat(Problems.of(() -> policies(away).inline(APP, "p", BO)))
                    .isInstanceOf(Problem.Unavailable.class);
        }
    }

    @Test
    void allCallsTogetherTakeNoLongerThanTheirTime() {
        for (int i = 0; i < 20; i++) {
            stub.roles().policies(APP).put("p" + i, READ);
        }
        SettableClock clock = SettableClock.atNoon();
        Clock slow = ticking(clock, Duration.ofSeconds(2));

        assertThat(Problems.of(() -> policies(aws, slow).othersSize(APP, "p0", BO)))
                .isInstanceOf(Problem.Unavailable.class);

        assertThat(stub.calls("GetRolePolicy")).isLessThan(8);
    }

    /** Each look at the clock takes a while. */
    private static Clock ticking(SettableClock clock, Duration step) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                clock.advance(step);
                return clock.instant();
            }
        };
    }

    @Test
    void aChangedRoleIsInTheCachesAtOnce() {
        stub.roles().policies(APP).put("read", READ);

        policies.refresh(APP, BO);

        IamCache.Entry entry = cache.of(APP.account()).get(APP.toString());
        assertThat(entry.owner()).contains("team@example.com");
        assertThat(entry.object().document())
                .startsWith("{\"Path\": \"/team/backend/\", \"RoleName\": \"app\"")
                .contains(
                        "\"InstanceProfileList\": [], \"RolePolicyList\": [{\"PolicyName\": \"read\"")
                .contains("\"Action\": \"s3:GetObject\"")
                .contains("\"AttachedManagedPolicies\": []")
                .contains("\"Tags\": [{\"Key\": \"owner\", \"Value\": \"team@example.com\"}]");
        assertThat(entry.object().role().orElseThrow().maxSession().toSeconds()).isEqualTo(7200);
    }
}
