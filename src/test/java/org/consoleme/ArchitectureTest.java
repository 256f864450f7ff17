package org.consoleme;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.consoleme.credentials.TemporaryCredentials;
import org.junit.jupiter.api.Test;

/**
 * The edges between packages (see each package-info). Each rule was seen to fail once on a wrong
 * class.
 */
class ArchitectureTest {
    private static final String[] EDGES = {
        "org.consoleme.slack..",
        "org.consoleme.web..",
        "org.consoleme.batch..",
        "org.consoleme.platform.."
    };
    private static final String[] CAPABILITIES = {
        "org.consoleme.shared..",
        "org.consoleme.audit..",
        "org.consoleme.accounts..",
        "org.consoleme.identity..",
        "org.consoleme.policies..",
        "org.consoleme.inventory..",
        "org.consoleme.access..",
        "org.consoleme.credentials..",
        "org.consoleme.requests..",
        "org.consoleme.notifications..",
        "org.consoleme.operations.."
    };
    private static final String[] VENDORS = {
        "software.amazon..",
        "com.slack..",
        "redis.clients..",
        "jakarta.ws.rs..",
        "jakarta.servlet..",
        "jakarta.batch..",
        "jakarta.json..",
        "org.eclipse.microprofile..",
        "com.nimbusds..",
        "org.yaml.."
    };

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.consoleme");

    @Test
    void capabilitiesKnowNoEdge() {
        noClasses()
                .that()
                .resideInAnyPackage(CAPABILITIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGES)
                .check(CODE);
    }

    @Test
    void capabilitiesKnowNoVendor() {
        noClasses()
                .that()
                .resideInAnyPackage(CAPABILITIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(VENDORS)
                .check(CODE);
    }

    @Test
    void capabilitiesUseJacksonOnlyForPolicies() {
        noClasses()
                .that(
                        resideInAnyPackage(CAPABILITIES)
                                .and(not(resideInAPackage("org.consoleme.policies.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(CODE);
    }

    @Test
    void edgesDoNotKnowEachOther() {
        slices().matching("org.consoleme.(slack|web|batch|platform)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.consoleme.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void theAwsSdkHasTwoHomes() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.consoleme.platform.aws..", "org.consoleme.platform.dynamo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(CODE);
    }

    @Test
    void jedisHasOneHome() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.consoleme.platform.redis..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("redis.clients..")
                .check(CODE);
    }

    @Test
    void keysAreReadOnlyWhereTheyLeaveByDesign() {
        for (String accessor : new String[] {"secretAccessKey", "sessionToken"}) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.consoleme.web..")
                    .and()
                    .doNotHaveSimpleName("HttpFederationSignIn")
                    .and()
                    .doNotHaveSimpleName("TemporaryCredentials")
                    .should()
                    .accessTargetWhere(member(TemporaryCredentials.class, accessor))
                    .check(CODE);
        }
    }

    @Test
    void timeComesFromTheClock() {
        noClasses().should().accessTargetWhere(member(Instant.class, "now")).check(CODE);
        noClasses()
                .should()
                .accessTargetWhere(member(System.class, "currentTimeMillis"))
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.consoleme.platform.time..")
                .should()
                .accessTargetWhere(member(Clock.class, "systemUTC"))
                .check(CODE);
    }

    @Test
    void threadsComeFromTheContainer() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Executors.class).check(CODE);
        noClasses()
                .should()
                .accessTargetWhere(member(CompletableFuture.class, "supplyAsync"))
                .orShould()
                .accessTargetWhere(member(CompletableFuture.class, "runAsync"))
                .check(CODE);
    }

    /**
     * Calls and method references alike: {@code callMethod} alone lets a method reference through.
     */
    private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String name) {
        return target(owner(type(owner))).and(target(name(name)));
    }
}
