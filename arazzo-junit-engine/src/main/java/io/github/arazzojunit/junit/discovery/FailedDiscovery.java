package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.ClassPathConflict;
import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
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
 * Failing tests in place of everything that was selected. An exception while discovering would take the tests of all other
 * engines along, and Surefire would not even show it.
 */
public final class FailedDiscovery {

    private static final String NAME = "Arazzo documents were not searched";

    private FailedDiscovery() {}

    /**
     * Takes what was found from the engine, and adds failing tests that say why the search broke off.
     *
     * @param engine receives them
     */
    public static void fail(EngineDiscoveryRequest request, TestDescriptor engine, Throwable reason) {
        List.copyOf(engine.getChildren()).forEach(engine::removeChild);
        fail(
                request,
                engine,
                NAME,
                ClassPathConflict.of(reason)
                        .map(ClassPathConflict::toString)
                        .orElseGet(
                                () -> "The search for documents broke off, so that none was run. This is a mistake of"
                                        + " Arazzo JUnit; please report it with these lines.\n" + trace(reason)));
    }

    private static String trace(Throwable reason) {
        StringWriter trace = new StringWriter();
        reason.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** A failing test below each selected class, and one below the engine where more is selected. */
    static void fail(EngineDiscoveryRequest request, TestDescriptor engine, String name, String message) {
        for (ClassSelector selector : request.getSelectorsByType(ClassSelector.class)) {
            Optional<Class<?>> testClass = ClassResolver.load(selector).filter(ClassDocuments::isTestClass);
            testClass.ifPresent(found -> {
                ClassDescriptor descriptor = new ClassDescriptor(engine.getUniqueId(), found);
                engine.addChild(descriptor);
                descriptor.addChild(FailureDescriptor.of(descriptor.getUniqueId(), name, message));
            });
        }
        boolean selectsMore = request.getSelectorsByType(DiscoverySelector.class).stream()
                .anyMatch(selector -> mayContainDocuments(selector, engine.getUniqueId()));
        if (selectsMore) {
            engine.addChild(FailureDescriptor.of(engine.getUniqueId(), name, message));
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
}
