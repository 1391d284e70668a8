package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.DocumentFile;
import io.github.arazzojunit.document.FileNames;
import io.github.arazzojunit.junit.discovery.ElementSelector.DocumentSelector;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver.InitializationContext;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Resolves what may contain documents and classes: class path roots, packages, directories. A document that a class of
 * the same request runs is not found a second time on its own.
 */
final class ContainerResolver implements SelectorResolver {

    private final DocumentFinder finder;
    private final DocumentLocations locations;
    private final ClassDocuments classDocuments;
    private final MissedDocuments missed;
    private final EmptyDirectories emptyDirectories;
    private final EngineDiscoveryRequest request;
    private final Predicate<String> classNameFilter;
    private final Predicate<String> packageFilter;
    private final Map<DiscoverySelector, List<Class<?>>> classes = new HashMap<>();

    ContainerResolver(
            DocumentFinder finder,
            DocumentLocations locations,
            ClassDocuments classDocuments,
            MissedDocuments missed,
            EmptyDirectories emptyDirectories,
            InitializationContext<?> context) {
        this.finder = finder;
        this.locations = locations;
        this.classDocuments = classDocuments;
        this.missed = missed;
        this.emptyDirectories = emptyDirectories;
        this.request = context.getDiscoveryRequest();
        this.classNameFilter = context.getClassNameFilter();
        this.packageFilter = context.getPackageFilter();
    }

    @Override
    public Resolution resolve(ClasspathRootSelector selector, Context context) {
        Predicate<String> wanted =
                path -> FileNames.isConventionalDocument(path) && packageFilter.test(FileNames.packageOf(path));
        missed.searchedByName();
        return resolution(
                classesIn(selector), finder.inRoot(Path.of(selector.getClasspathRoot()), wanted, file -> true));
    }

    @Override
    public Resolution resolve(PackageSelector selector, Context context) {
        String folder = selector.getPackageName().replace('.', '/');
        Collection<DocumentFile> documents = locations.inPackage(folder).stream()
                .filter(file -> packageFilter.test(FileNames.packageOf(file.path())))
                .toList();
        return resolution(classesIn(selector), documents);
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        Set<DocumentFile> documents = locations.inDirectory(selector.getPath());
        return documents.isEmpty() ? emptyDirectories.resolve(selector.getPath()) : resolution(List.of(), documents);
    }

    private Resolution resolution(Collection<Class<?>> testClasses, Collection<DocumentFile> documents) {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        testClasses.forEach(testClass -> selectors.add(DiscoverySelectors.selectClass(testClass)));
        Set<DocumentFile> claimed = documents.isEmpty() ? Set.of() : claimedByClasses();
        documents.stream()
                .filter(file -> !claimed.contains(file))
                .forEach(file -> selectors.add(DocumentSelector.of(file)));
        return selectors.isEmpty() ? Resolution.unresolved() : Resolution.selectors(selectors);
    }

    private Set<DocumentFile> claimedByClasses() {
        Set<Class<?>> testClasses = new LinkedHashSet<>();
        request.getSelectorsByType(ClassSelector.class)
                .forEach(selector -> ClassResolver.load(selector)
                        .filter(ClassDocuments::isTestClass)
                        .ifPresent(testClasses::add));
        request.getSelectorsByType(ClasspathRootSelector.class).forEach(root -> testClasses.addAll(classesIn(root)));
        request.getSelectorsByType(PackageSelector.class).forEach(one -> testClasses.addAll(classesIn(one)));
        Set<DocumentFile> claimed = new HashSet<>();
        testClasses.forEach(
                testClass -> claimed.addAll(classDocuments.of(testClass).documents()));
        return claimed;
    }

    private List<Class<?>> classesIn(ClasspathRootSelector root) {
        return classes.computeIfAbsent(
                root,
                selector -> ReflectionSupport.findAllClassesInClasspathRoot(
                        root.getClasspathRoot(), ClassDocuments::isTestClass, classNameFilter));
    }

    private List<Class<?>> classesIn(PackageSelector wanted) {
        return classes.computeIfAbsent(
                wanted,
                selector -> ReflectionSupport.findAllClassesInPackage(
                        wanted.getPackageName(), ClassDocuments::isTestClass, classNameFilter));
    }
}
