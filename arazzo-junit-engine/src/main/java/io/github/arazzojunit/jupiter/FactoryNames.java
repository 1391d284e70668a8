package io.github.arazzojunit.jupiter;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The names that the nodes of one run of a test factory begin with. Surefire knows a dynamic test by its class and its
 * own name alone; two of the same name are one test to it, and with reruns a success of the one hides a failure of the
 * other. So the names contain the factory, where its class has several, and a workflow that the factory runs once more,
 * of another document or with another server, gets a name of its own. The order of the nodes decides who gets which, as
 * it decides Jupiter's unique ids. Thread-safe.
 */
final class FactoryNames {

    private static final Pattern TEMPLATE_INVOCATION = Pattern.compile("\\[class-template-invocation:#([0-9]+)]");

    private final String prefix;
    private final Map<String, String> documents = new HashMap<>();

    private FactoryNames(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The names of the factory that runs in this thread; a field of the class or of the instance may have got its
     * {@link Arazzo} for all factories.
     *
     * @param injected the context for which {@link Arazzo} was made
     */
    @SuppressWarnings("deprecation") // what replaces it came with JUnit 6, and this extension also runs under 5.13
    static FactoryNames current(ExtensionContext injected) {
        ExtensionContext running =
                running(injected).getOrDefault(Thread.currentThread(), ExtensionContext.class, injected);
        return OpenDocument.store(running)
                .getOrComputeIfAbsent(
                        running.getUniqueId(), id -> new FactoryNames(prefix(running)), FactoryNames.class);
    }

    /** Tells which test runs in this thread; while it waits for its children, the thread may run another one. */
    static void begin(ExtensionContext context) {
        ExtensionContext outer = running(context).get(Thread.currentThread(), ExtensionContext.class);
        if (outer != null) {
            OpenDocument.store(context).put(Thread.currentThread(), outer);
        }
        running(context).put(Thread.currentThread(), context);
    }

    static void end(ExtensionContext context) {
        ExtensionContext outer = OpenDocument.store(context).remove(Thread.currentThread(), ExtensionContext.class);
        if (outer == null) {
            running(context).remove(Thread.currentThread());
        } else {
            running(context).put(Thread.currentThread(), outer);
        }
    }

    private static Store running(ExtensionContext context) {
        return OpenDocument.store(context.getRoot());
    }

    private static String prefix(ExtensionContext context) {
        List<String> parts = new ArrayList<>();
        Matcher template = TEMPLATE_INVOCATION.matcher(context.getUniqueId());
        while (template.find()) {
            parts.add("[" + template.group(1) + "]");
        }
        context.getTestMethod().flatMap(method -> among(method, context)).ifPresent(parts::add);
        return parts.stream().map(part -> part + RecordedNode.SEPARATOR).collect(Collectors.joining());
    }

    /** Names a factory among those of its class; empty where it is the only one. */
    private static Optional<String> among(Method factory, ExtensionContext context) {
        List<Method> factories = AnnotationSupport.findAnnotatedMethods(
                context.getRequiredTestClass(), TestFactory.class, HierarchyTraversalMode.TOP_DOWN);
        if (factories.size() < 2) {
            return Optional.empty();
        }
        boolean overloaded = factories.stream()
                .anyMatch(other -> !other.equals(factory) && other.getName().equals(factory.getName()));
        String parameters = Arrays.stream(factory.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
        return Optional.of(factory.getName() + (overloaded ? parameters : ""));
    }

    /** What the names of all tests begin with; empty, or with the separator at its end. */
    String prefix() {
        return prefix;
    }

    /**
     * A name that no other node of this factory has.
     *
     * @param path of the document
     * @param id what the node is called if nothing else is called so
     */
    synchronized String unique(String path, String id) {
        boolean ofOther = !documents.getOrDefault(id, path).equals(path);
        String wanted = ofOther ? path + RecordedNode.SEPARATOR + id : id;
        String name = wanted;
        for (int number = 2; documents.containsKey(name); number++) {
            name = wanted + " (" + number + ")";
        }
        documents.put(name, path);
        return name;
    }
}
