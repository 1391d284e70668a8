package io.github.arazzojunit.junit.discovery;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * Annotations of Jupiter on a class with {@link io.github.arazzojunit.ArazzoTest}: they do nothing, unless Jupiter runs
 * the class as well. Known by their names, because Jupiter need not be on the class path.
 */
final class JupiterAnnotations {

    private static final String PACKAGE = "org.junit.jupiter.";

    /** With one of them somewhere in a class, Jupiter runs it. */
    private static final Set<String> MAKE_A_TEST_CLASS = Set.of(
            PACKAGE + "api.Test", PACKAGE + "api.TestFactory", PACKAGE + "api.TestTemplate", PACKAGE + "api.Nested");

    private static final Map<String, String> REMEDIES = Map.of(
            PACKAGE + "api.BeforeAll",
            "Start what all workflows need in a static method with @ArazzoServer, which is called when the class begins. Or",
            PACKAGE + "api.BeforeEach",
            "Write @BeforeWorkflow on a static method instead. Or",
            PACKAGE + "api.AfterEach",
            "Write @AfterWorkflow on a static method instead. Or",
            PACKAGE + "api.Tag",
            "Write x-junit-tags into the document instead. Or");

    private JupiterAnnotations() {}

    /** A warning for each annotation that does nothing. */
    static List<DiscoveryIssue> warnings(Class<?> testClass) {
        List<Method> methods = ReflectionSupport.findMethods(
                testClass, method -> !meanings(method).isEmpty(), HierarchyTraversalMode.TOP_DOWN);
        if (isRunByJupiter(testClass, methods)) {
            return List.of();
        }
        List<DiscoveryIssue> warnings = new ArrayList<>();
        warn(testClass, testClass.getName(), ClassSource.from(testClass), warnings);
        methods.forEach(method -> warn(method, name(method), MethodSource.from(testClass, method), warnings));
        List<Field> fields = ReflectionSupport.findFields(testClass, field -> true, HierarchyTraversalMode.TOP_DOWN);
        fields.forEach(field -> warn(
                field,
                field.getDeclaringClass().getName() + "." + field.getName(),
                ClassSource.from(testClass),
                warnings));
        return warnings;
    }

    private static boolean isRunByJupiter(Class<?> testClass, List<Method> methods) {
        return Stream.concat(methods.stream(), ReflectionSupport.findNestedClasses(testClass, nested -> true).stream())
                .flatMap(element -> meanings(element).stream())
                .anyMatch(meaning -> meaning.types().stream().anyMatch(MAKE_A_TEST_CLASS::contains));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    private static void warn(AnnotatedElement element, String name, TestSource source, List<DiscoveryIssue> warnings) {
        for (Meaning meaning : meanings(element)) {
            warnings.add(DiscoveryIssue.builder(DiscoveryIssue.Severity.WARNING, warning(name, meaning))
                    .source(source)
                    .build());
        }
    }

    private static String warning(String name, Meaning meaning) {
        String written = simple(meaning.written());
        String type = simple(meaning.types().get(0));
        return name + " has @" + written + ", which does nothing here: "
                + (written.equals(type) ? "it" : "it stands for @" + type + ", which")
                + " is an annotation of Jupiter, and a class with @ArazzoTest is not run by Jupiter. "
                + REMEDIES.getOrDefault(meaning.types().get(0), "Remove it, or")
                + " run the documents inside of a Jupiter test: @ExtendWith(ArazzoExtension.class) and"
                + " arazzo.document(...).nodes().";
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** An annotation, and those of Jupiter that it is or is composed of, the nearest first. */
    private record Meaning(String written, List<String> types) {}

    private static List<Meaning> meanings(AnnotatedElement element) {
        return Stream.of(element.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> new Meaning(
                        type.getName(),
                        all(type, new LinkedHashSet<>())
                                .map(Class::getName)
                                .filter(name -> name.startsWith(PACKAGE))
                                .toList()))
                .filter(meaning -> !meaning.types().isEmpty())
                .toList();
    }

    /** An annotation and, recursively, those that it is annotated with; they may go round in a circle. */
    private static Stream<Class<?>> all(Class<? extends Annotation> type, Set<Class<?>> seen) {
        return seen.add(type)
                ? Stream.concat(
                        Stream.of(type),
                        Stream.of(type.getAnnotations()).flatMap(above -> all(above.annotationType(), seen)))
                : Stream.empty();
    }
}
