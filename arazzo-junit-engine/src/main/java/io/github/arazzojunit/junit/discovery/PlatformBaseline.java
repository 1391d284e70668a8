package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import java.util.Objects;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;

/**
 * The oldest JUnit Platform that discovery works with. On an older one a linkage error would take the tests of all
 * other engines along, and Surefire would not even show it; so whatever is selected becomes a failing test instead.
 */
public final class PlatformBaseline {

    private static final String NAME = "JUnit is too old for Arazzo";

    /** A type that discovery needs and that came with the baseline. */
    private static final String NEEDED_TYPE = "org.junit.platform.engine.support.discovery.DiscoveryIssueReporter";

    private PlatformBaseline() {}

    /** Whether the JUnit Platform on the class path is new enough. */
    public static boolean isMet() {
        return ReflectionSupport.tryToLoadClass(NEEDED_TYPE, PlatformBaseline.class.getClassLoader())
                .toOptional()
                .isPresent();
    }

    /**
     * Adds failing tests that say what is missing.
     *
     * @param engine receives them
     */
    public static void fail(EngineDiscoveryRequest request, TestDescriptor engine) {
        for (ClassSelector selector : request.getSelectorsByType(ClassSelector.class)) {
            Optional<Class<?>> testClass = ClassResolver.load(selector).filter(ClassDocuments::isTestClass);
            testClass.ifPresent(found -> {
                ClassDescriptor descriptor = new ClassDescriptor(engine.getUniqueId(), found);
                engine.addChild(descriptor);
                descriptor.addChild(failure(descriptor.getUniqueId()));
            });
        }
        boolean selectsMore = request.getSelectorsByType(DiscoverySelector.class).stream()
                .anyMatch(selector -> mayContainDocuments(selector, engine.getUniqueId()));
        if (selectsMore) {
            engine.addChild(failure(engine.getUniqueId()));
        }
    }

    private static boolean mayContainDocuments(DiscoverySelector selector, UniqueId engineId) {
        if (selector instanceof UniqueIdSelector one) {
            return one.getUniqueId().hasPrefix(engineId);
        }
        return selector instanceof ClasspathRootSelector
                || selector instanceof ClasspathResourceSelector
                || selector instanceof PackageSelector
                || selector instanceof DirectorySelector
                || selector instanceof FileSelector
                || selector instanceof UriSelector;
    }

    private static FailureDescriptor failure(UniqueId parentId) {
        String version = Objects.requireNonNullElse(
                TestDescriptor.class.getPackage().getImplementationVersion(), "of unknown version");
        return FailureDescriptor.of(
                parentId,
                NAME,
                "The JUnit Platform on the class path is " + version
                        + ", but Arazzo documents need 1.13 (JUnit 5.13) or"
                        + " newer. No document was run. Raise the version of JUnit: import org.junit:junit-bom of 5.13.4"
                        + " or newer, or set the property 'junit-jupiter.version' where Spring Boot manages it.");
    }
}
