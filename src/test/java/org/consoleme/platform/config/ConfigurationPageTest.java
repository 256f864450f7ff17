package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of all keys says what the catalogue says; with {@code -Dwrite.docs} it is written. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("src/docs/configuration.md");
    private static final String COMMAND = "./mvnw test -Dtest=ConfigurationPageTest -Dwrite.docs";
    private static final String START = "<!-- keys: made by " + COMMAND + " -->\n";

    @Test
    void pageAndCatalogueAgree() throws IOException {
        String page = Files.readString(PAGE);
        String made = page.substring(0, page.indexOf(START) + START.length()) + tables();
        if (System.getProperty("write.docs") != null) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.readString(PAGE))
                .withFailMessage("%s differs from config-keys.txt; run %s", PAGE, COMMAND)
                .isEqualTo(made);
    }

    private static String tables() {
        StringBuilder tables = new StringBuilder();
        String area = "";
        for (ConfigKey key : KeyCatalogue.get().keys()) {
            if (!key.area().equals(area)) {
                area = key.area();
                tables.append("\n### ").append(area);
                tables.append(
                        "\n\n| key | state | value | default | meaning |\n| --- | --- | --- | --- | --- |\n");
            }
            tables.append(row(key)).append('\n');
        }
        return tables.toString();
    }

    private static String row(ConfigKey key) {
        String name = code(key.key()) + (key.ours() ? " (ours)" : "");
        String state = ConfigKey.word(key.state()) + (key.why().isEmpty() ? "" : ": " + key.why());
        String value = ConfigKey.word(key.type()) + (key.unit().isEmpty() ? "" : ", " + key.unit());
        String meaning =
                key.aliases().isEmpty()
                        ? key.meaning()
                        : key.meaning()
                                + "; also "
                                + String.join(
                                        ", ",
                                        key.aliases().stream()
                                                .map(ConfigurationPageTest::code)
                                                .toList());
        return "| "
                + String.join(
                        " | ", name, text(state), value, text(key.defaultValue()), text(meaning))
                + " |";
    }

    private static String code(String key) {
        return "`" + key + "`";
    }

    private static String text(String cell) {
        return cell.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }
}
