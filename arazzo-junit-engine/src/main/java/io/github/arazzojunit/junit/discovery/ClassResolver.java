package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.discovery.ClassDocuments.Found;
import io.github.arazzojunit.junit.discovery.ElementSelector.DocumentSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.FailureSelector;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Resolves classes with {@link io.github.arazzojunit.ArazzoTest}; all others belong to other engines. */
final class ClassResolver implements SelectorResolver {

    private final ClassDocuments documents;
    private final Predicate<String> classNameFilter;

    ClassResolver(ClassDocuments documents, Predicate<String> classNameFilter) {
        this.documents = documents;
        this.classNameFilter = classNameFilter;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return load(selector)
                .filter(ClassDocuments::isTestClass)
                .filter(testClass -> classNameFilter.test(testClass.getName()))
                .flatMap(testClass -> context.addToParent(
                        parent -> Optional.of(new ClassDescriptor(parent.getUniqueId(), testClass))))
                .map(descriptor -> Resolution.match(Match.exact(descriptor, () -> contentOf(descriptor.testClass()))))
                .orElseGet(Resolution::unresolved);
    }

    /** A class that cannot be loaded cannot be known to be ours; the engine whose class it is complains. */
    static Optional<Class<?>> load(ClassSelector selector) {
        try {
            return Optional.of(selector.getJavaClass());
        } catch (JUnitException notLoaded) {
            return Optional.empty();
        }
    }

    private Set<DiscoverySelector> contentOf(Class<?> testClass) {
        Set<DiscoverySelector> content = new LinkedHashSet<>();
        Found found = documents.of(testClass);
        found.documents().forEach(file -> content.add(new DocumentSelector(Optional.of(testClass), file)));
        found.missing()
                .forEach((location, message) ->
                        content.add(new FailureSelector(Optional.of(testClass), location, message)));
        return content;
    }
}
