package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobFilesTest {
    private static final Pattern ID = Pattern.compile("<job id=\"([^\"]*)\"");
    private static final Pattern REF = Pattern.compile(" ref=\"([^\"]*)\"");
    private static final Set<String> BEANS =
            new ClassFileImporter()
                            .withImportOption(new ImportOption.DoNotIncludeTests())
                            .importPackages("org.consoleme.batch")
                            .stream()
                            .filter(type -> type.isAnnotatedWith(Named.class))
                            .map((JavaClass type) -> type.getAnnotationOfType(Named.class).value())
                            .collect(Collectors.toSet());

    @Test
    void aFileIsCalledAsItsJobAndTheCatalogKnowsItAndNoOther() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(".xml", "");
            assertThat(all(ID, file)).containsExactly(name);
            names.add(name);
        }

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        JobCatalog.ALL.stream().map(d -> d.job().value()).toList());
    }

    @Test
    void everyRefIsANamedBeanAndEveryNamedBeanIsUsed() throws IOException {
        Set<String> refs = new TreeSet<>();
        for (Path file : files()) {
            refs.addAll(all(REF, file));
        }

        assertThat(refs).containsExactlyInAnyOrderElementsOf(BEANS);
    }

    @Test
    void everyFileOpensWithWhatItDoesWhenAndHowItRestarts() throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file);
            assertThat(text.lines().toList().get(1))
                    .startsWith("<!-- " + file.getFileName().toString().replace(".xml", "") + ":");
            assertThat(text).contains("Restart:").contains("Twice in a row:");
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("batch-jobs"))) {
            return files.sorted().toList();
        }
    }

    private static List<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
    }
}
