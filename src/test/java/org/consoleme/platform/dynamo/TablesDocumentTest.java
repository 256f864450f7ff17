package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consoleme.fakes.MapConfiguration;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dgolden.update=true} to write the document anew. */
class TablesDocumentTest {
    private static final Path DOCUMENT = Path.of("src/docs/operator/tables.md");

    @Test
    void theOperatorsDocumentIsMadeFromTheDefinitions() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    private static String document() {
        List<TableDefinition> tables = DynamoTables.from(MapConfiguration.empty()).all();
        StringBuilder text =
                new StringBuilder(
                        """
                        # Tables in DynamoDB

                        ConsoleMe keeps what people did in tables of its own, beside those of the original. At start it creates
                        the ones that are missing, and adds indexes that one lacks, if its role may (`dynamodb:CreateTable`,
                        `dynamodb:UpdateTable`, `dynamodb:DescribeTable`, `dynamodb:DescribeTimeToLive`, `dynamodb:UpdateTimeToLive`);
                        `dynamodb.create_tables: false` forbids it. Else create them with the text below. The self-check looks at
                        each one by `dynamodb:DescribeTable`.

                        | table | holds | name's key in the configuration |
                        | --- | --- | --- |
                        """);
        tables.forEach(
                table ->
                        text.append("| `")
                                .append(table.name())
                                .append("` | ")
                                .append(table.purpose())
                                .append(" | `")
                                .append(table.setting())
                                .append("` |\n"));
        text.append("\n## Terraform\n\n```hcl\n");
        text.append(String.join("\n", tables.stream().map(TableText::terraform).toList()));
        text.append("```\n\n## CloudFormation\n\n```yaml\nResources:\n");
        tables.forEach(table -> text.append(TableText.cloudFormation(table)));
        text.append("```\n\n## The original's tables\n\n");
        text.append(
                """
                They are used where they are, never created. Without one of them:

                | table | if it is missing |
                | --- | --- |
                """);
        ConsoleMeTables.from(MapConfiguration.empty())
                .all()
                .forEach(
                        table ->
                                text.append("| `")
                                        .append(table.name())
                                        .append("` | ")
                                        .append(table.without())
                                        .append(" |\n"));
        return text.toString();
    }
}
