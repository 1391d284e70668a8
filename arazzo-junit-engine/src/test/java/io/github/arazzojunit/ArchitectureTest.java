package io.github.arazzojunit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages lie in one order, and each library has one package that knows it. */
class ArchitectureTest {

    private static final String BASE = "io.github.arazzojunit.";

    /** From top to bottom: a package may use those below it. */
    private static final List<String> ORDER = List.of(
            "junit",
            "jupiter",
            "launch",
            "report",
            "target",
            "stub",
            "runner",
            "document",
            "validation",
            "source",
            "contract",
            "http",
            "openapi",
            "criterion",
            "expression",
            "config",
            "reader",
            "model");

    /** Libraries and the only packages that may use each; the API for Jupiter shows users the type of REST Assured. */
    private static final Map<String, List<String>> OWNERS = Map.ofEntries(
            Map.entry("org.junit.platform.commons..", List.of("junit", "jupiter")),
            Map.entry("org.junit.platform.engine..", List.of("junit")),
            Map.entry("org.junit.jupiter..", List.of("jupiter")),
            Map.entry("io.restassured..", List.of("http", "jupiter")),
            Map.entry("com.github.tomakehurst.wiremock..", List.of("stub")),
            Map.entry("com.networknt..", List.of("contract")),
            Map.entry("com.jayway..", List.of("criterion")),
            Map.entry("net.sf.saxon..", List.of("criterion")),
            Map.entry("org.yaml..", List.of("reader")),
            Map.entry("com.github.curiousoddman..", List.of("stub")),
            Map.entry("com.flipkart.zjsonpatch..", List.of("stub")),
            Map.entry("org.testcontainers..", List.of("target")));

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.arazzojunit");
    }

    @Test
    void packages_use_only_those_below_them() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : ORDER) {
            layers = layers.optionalLayer(layer).definedBy(BASE + layer + "..");
        }
        for (int i = 0; i < ORDER.size(); i++) {
            layers = i == 0
                    ? layers.whereLayer(ORDER.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ORDER.get(i))
                            .mayOnlyBeAccessedByLayers(ORDER.subList(0, i).toArray(String[]::new));
        }
        layers.check(classes);
    }

    @TestFactory
    List<DynamicTest> each_library_has_one_package_that_knows_it() {
        return OWNERS.entrySet().stream()
                .map(owner -> DynamicTest.dynamicTest(
                        owner.getKey() + " only in " + String.join(", ", owner.getValue()),
                        () -> noClasses()
                                .that(not(resideInAnyPackage(owner.getValue().stream()
                                        .map(name -> BASE + name + "..")
                                        .toArray(String[]::new))))
                                .and()
                                .areNotAnnotatedWith(ArazzoTest.class)
                                .and()
                                .areNotAnnotations()
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(owner.getKey())
                                .allowEmptyShould(true)
                                .check(classes)))
                .toList();
    }

    @Test
    void nothing_prints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }
}
