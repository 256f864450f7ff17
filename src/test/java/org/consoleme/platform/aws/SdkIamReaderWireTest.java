package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.inventory.IamObject;
import org.consoleme.shared.Problem;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkIamReaderWireTest {
    private static final String DETAILS = "GetAccountAuthorizationDetails";
    private static final String ACCOUNT = IamStub.account(3);

    private IamStub stub;
    private Aws aws;

    @BeforeEach
    void start() throws IOException {
        stub = new IamStub(5, 250, 100);
        aws = new Aws(stub, Settings.spoke("ConsoleMe"));
    }

    @AfterEach
    void stop() {
        aws.close();
        stub.close();
    }

    @Test
    void readsEveryPageAndHandsEachOnAsItComes() {
        List<Integer> sizes = new ArrayList<>();

        aws.reader.read(Aws.account(ACCOUNT), page -> sizes.add(page.size()));

        assertThat(sizes).containsExactly(100, 100, 50);
        assertThat(stub.calls("ListRoles")).isEqualTo(3);
        assertThat(stub.calls("AssumeRole")).isEqualTo(1);
    }

    @Test
    void rolesCarryWhatOnlyListRolesKnows() {
        List<IamObject> roles = aws.read(ACCOUNT);

        IamObject tenth = roles.get(10);
        assertThat(tenth.arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":role/role-00010");
        assertThat(tenth.account().value()).isEqualTo(ACCOUNT);
        assertThat(tenth.tags())
                .isEqualTo(
                        Map.of(
                                "owner", "team-10@example.com",
                                "consoleme-authorized", "group-10@example.com",
                                "app", "app-10"));
        IamObject.RoleDetails details = tenth.role().orElseThrow();
        assertThat(details.maxSession()).isEqualTo(Duration.ofHours(12));
        assertThat(details.description()).contains("Role number 10");
        assertThat(details.trustPolicy()).startsWith("{\"Version\": \"2012-10-17\"");
        assertThat(roles.get(11).role().orElseThrow().maxSession()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aSpokeWithoutListRolesIsReadAllTheSame() {
        stub.fail("ListRoles", 403, "AccessDenied", 1);

        List<IamObject> roles = aws.read(ACCOUNT);

        assertThat(roles).hasSize(250);
        assertThat(roles.get(10).role().orElseThrow())
                .satisfies(
                        role -> {
                            assertThat(role.maxSession()).isEqualTo(Duration.ofHours(1));
                            assertThat(role.description()).isEqualTo(Optional.empty());
                        });
    }

    @Test
    void throttlingIsWaitedOut() {
        stub.fail(DETAILS, 400, "Throttling", 2);

        assertThat(aws.read(ACCOUNT)).hasSize(250);
    }

    @Test
    void anErrorHalfWayIsAnErrorOfTheWhole() {
        stub.answer(DETAILS, empty(true, "1"));
        stub.fail(DETAILS, 403, "AccessDenied", 1);

        assertThat(Problems.of(() -> aws.read(ACCOUNT)))
                .isEqualTo(new Problem.Refused("AWS", "AccessDenied"));
    }

    @Test
    void aSpokeThatKeepsUsOutIsRefused() {
        stub.fail("AssumeRole", 403, "AccessDenied", 1);

        assertThat(Problems.of(() -> aws.read(ACCOUNT)))
                .isEqualTo(new Problem.Refused("AWS", "AccessDenied"));
        assertThat(stub.calls(DETAILS)).isZero();
    }

    /** Sessions of the old role never work again, though they have not ended. */
    @Test
    void aSpokeRoleThatWasMadeAnewIsAssumedAnew() {
        aws.read(ACCOUNT);
        stub.refuse(ACCOUNT);
        Problems.of(() -> aws.read(ACCOUNT));
        stub.allow();

        assertThat(aws.read(ACCOUNT)).hasSize(250);
        assertThat(stub.calls("AssumeRole")).isEqualTo(2);
    }

    @Test
    void pagesThatNeverEndAreRefused() {
        stub.answer(DETAILS, empty(true, "1"));
        stub.answer(DETAILS, empty(true, "1"));

        assertThat(Problems.of(() -> aws.read(ACCOUNT)))
                .isEqualTo(new Problem.Refused("AWS", "RepeatedMarker"));
    }

    @Test
    void k20AMalformedPolicyAndMissingTagsCostNobodyElse() {
        stub.answer(
                DETAILS,
                """
                <GetAccountAuthorizationDetailsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetAccountAuthorizationDetailsResult>\
                <IsTruncated>false</IsTruncated><RoleDetailList>\
                <member><Arn>arn:aws:iam::200000000002:role/odd</Arn><RoleName>odd</RoleName><AssumeRolePolicyDocument>%7B%22Version%ZZ</AssumeRolePolicyDocument></member>\
                <member><Arn>arn:aws:iam::200000000002:role/cut</Arn><RoleName>cut</RoleName><AssumeRolePolicyDocument>%7B%22Version%22%3A</AssumeRolePolicyDocument></member>\
                <member><Arn>arn:aws:iam::200000000002:role/none</Arn><RoleName>none</RoleName></member>\
                <member><Arn>arn:aws:iam::200000000002:role/plus</Arn><RoleName>plus</RoleName><AssumeRolePolicyDocument>%7B%22Id%22%3A%22a+b%22%7D</AssumeRolePolicyDocument></member>\
                </RoleDetailList><UserDetailList><member><Arn>arn:aws:iam::200000000002:user/bot</Arn><UserName>bot</UserName></member></UserDetailList>\
                </GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>\
                """);

        List<IamObject> read = aws.read(ACCOUNT);

        assertThat(read)
                .extracting(IamObject::name)
                .containsExactly("odd", "cut", "none", "plus", "bot");
        assertThat(read).allSatisfy(object -> assertThat(object.tags()).isEmpty());
        assertThat(read.get(0).document())
                .contains("\"AssumeRolePolicyDocument\": \"%7B%22Version%ZZ\"");
        assertThat(read.get(1).role().orElseThrow().trustPolicy())
                .isEqualTo("\"%7B%22Version%22%3A\"");
        assertThat(read.get(2).document()).doesNotContain("AssumeRolePolicyDocument");
        assertThat(read.get(2).role().orElseThrow().trustPolicy()).isEqualTo("{}");
        assertThat(read.get(3).role().orElseThrow().trustPolicy()).isEqualTo("{\"Id\": \"a+b\"}");
    }

    private static String empty(boolean truncated, String marker) {
        return """
        <GetAccountAuthorizationDetailsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetAccountAuthorizationDetailsResult>\
        <IsTruncated>%s</IsTruncated><Marker>%s</Marker></GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>\
        """
                .formatted(truncated, marker);
    }
}
