package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.fakes.InMemoryAccounts.account;
import static org.consoleme.testing.Roles.role;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.web.Json;
import org.consoleme.web.errors.ErrorAnswer;
import org.consoleme.web.errors.ErrorWriter;
import org.junit.jupiter.api.Test;

/** Acceptance lines of weep's contract that need an organization of a certain shape. */
class RolesWireTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ACCOUNT = "200000000002";

    @Test
    void rl03_whoHasNoRoleGetsAnEmptyList() throws IOException {
        WeepDoor door = new WeepDoor(List.of(account(ACCOUNT, "prod")), List.of());

        for (String version : List.of("v1", "v2")) {
            JsonNode answer =
                    json(
                            door.roles()
                                    .get(
                                            version,
                                            List.of("true"),
                                            door.request("/api/" + version + "/get_roles")));
            JsonNode roles = version.equals("v1") ? answer : answer.at("/data/roles");
            assertThat(roles.isArray()).isTrue();
            assertThat(roles).isEmpty();
        }
    }

    /** weep shows the number itself where it reads {@code Unknown}. */
    @Test
    void rl04_anAccountWithoutANameIsUnknown() throws IOException {
        WeepDoor door = new WeepDoor(List.of(), List.of(mine("Alpha")));

        JsonNode role =
                json(door.roles().get("v2", List.of("true"), door.request("/api/v2/get_roles")))
                        .at("/data/roles/0");

        assertThat(role.path("account_friendly_name").textValue()).isEqualTo("Unknown");
        assertThat(role.path("account_id").textValue()).isEqualTo(ACCOUNT);
    }

    /** weep cuts a title at its first round bracket. */
    @Test
    void rl18_bracketsInAnAccountsNameDoNotHideItsNumber() throws IOException {
        WeepDoor door = new WeepDoor(List.of(account(ACCOUNT, "Prod (EU)")), List.of());

        JsonNode titles = search(door, "account", "prod (eu)", "5000");

        assertThat(titles.findValuesAsText("title")).containsExactly("Prod [EU] (" + ACCOUNT + ")");
    }

    @Test
    void rl21_noMoreRolesComeThanWereAskedFor() throws IOException {
        List<IndexedRole> many = IntStream.range(0, 6000).mapToObj(n -> mine("role-" + n)).toList();
        WeepDoor door = new WeepDoor(List.of(account(ACCOUNT, "prod")), many);

        assertThat(search(door, "iam_arn", "role-", "5000")).hasSize(5000);
    }

    @Test
    void cr15_whatStsRefusesIs902WithTheReasonBeside() throws IOException {
        WeepDoor door = new WeepDoor(List.of(account(ACCOUNT, "prod")), List.of(mine("Alpha")));
        GetCredentialsResource refusing =
                door.credentials(
                        request -> {
                            throw new Problem.Refused("AWS", "AccessDenied").asException();
                        });
        var request = door.request("/api/v1/get_credentials");

        assertThatThrownBy(() -> refusing.post(body("{\"requested_role\":\"Alpha\"}"), request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            ErrorAnswer answer = ErrorWriter.draw(request, e.problem());
                            assertThat(answer.code()).isEqualTo("902");
                            assertThat(answer.exception()).contains("AccessDenied");
                        });
    }

    private static JsonNode search(WeepDoor door, String resource, String words, String limit)
            throws IOException {
        return json(
                door.typeahead()
                        .get(resource, words, limit, door.request("/api/v1/policies/typeahead")));
    }

    private static JsonNode json(Object answer) throws IOException {
        return MAPPER.readTree(Json.bytes(answer));
    }

    private static ByteArrayInputStream body(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static IndexedRole mine(String name) {
        return role("arn:aws:iam::" + ACCOUNT + ":role/" + name, Set.of(WeepDoor.GROUP), Set.of());
    }
}
