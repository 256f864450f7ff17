package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.inventory.IamObject;
import org.consoleme.testing.IamStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ConsoleMe stored, put before our reader as IAM's XML, comes out as ConsoleMe stored it. */
class IamGoldenWireTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource({
        "IAM_ROLE_CACHE, RoleDetailList",
        "IAM_USER_CACHE, UserDetailList",
        "IAM_GROUP_CACHE, GroupDetailList"
    })
    void documentsAreLetterForLetterAsConsoleMeWritesThem(String hash, String list)
            throws IOException {
        List<String> documents = new ArrayList<>();
        for (JsonNode entry : golden(hash + ".json").get("value")) {
            String document = JSON.readTree(entry.textValue()).get("policy").textValue();
            if (isOfTheBulkJob(document)) {
                documents.add(document);
            }
        }
        List<JsonNode> entries = new ArrayList<>();
        for (String document : documents) {
            entries.add(JSON.readTree(document));
        }

        List<IamObject> read = read(IamXml.page(list, entries));

        assertThat(read).extracting(IamObject::document).containsExactlyElementsOf(documents);
    }

    @ParameterizedTest
    @CsvSource({
        "s3_iam_roles_123456789012, RoleDetailList",
        "s3_iam_roles_200000000002, RoleDetailList",
        "s3_iam_users_200000000002, UserDetailList"
    })
    void k24ArchivedEntriesHaveDatesAsFloats(String object, String list) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        golden(object + ".json").get("data").forEach(entries::add);

        List<IamObject> read = read(IamXml.page(list, entries));

        List<JsonNode> archived = new ArrayList<>();
        for (IamObject entry : read) {
            archived.add(JSON.readTree(entry.archived().get()));
        }
        assertThat(archived).isNotEmpty().containsExactlyElementsOf(entries);
    }

    @Test
    void roundDatesAreFloatsToo() throws IOException {
        JsonNode entry =
                JSON.readTree(
                        "{\"GroupName\":\"g\",\"Arn\":\"arn:aws:iam::200000000002:group/g\",\"CreateDate\":\"2026-11-21T10:20:47Z\"}");

        List<IamObject> read = read(IamXml.page("GroupDetailList", List.of(entry)));

        assertThat(read.getFirst().archived().get()).contains("\"CreateDate\": 1795256447.0}");
    }

    /** A refresh of a single role writes another order, without name and id. */
    private static boolean isOfTheBulkJob(String document) {
        return document.contains("\"RoleName\": ") || !document.contains(":role/");
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream in = IamGoldenWireTest.class.getResourceAsStream("/golden/iam/" + name)) {
            return JSON.readTree(in);
        }
    }

    private static List<IamObject> read(String page) throws IOException {
        try (IamStub stub = new IamStub(1, 0, 1);
                Aws aws = new Aws(stub, Settings.spoke("ConsoleMe"))) {
            stub.answer("GetAccountAuthorizationDetails", page);
            return aws.read(IamStub.account(0));
        }
    }
}
