package io.github.arazzojunit.junit.discovery;

import java.util.Objects;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;

/**
 * The oldest JUnit Platform that discovery works with. On an older one a linkage error would take the tests of all
 * other engines along, and Surefire would not even show it; so whatever is selected becomes a failing test instead.
 */
public final class PlatformBaseline {

    private static final String NAME = "JUnit is too old for Arazzo";

    /** A type that discovery needs and that came with the baseline. */
    private static final String NEEDED_TYPE =
            "org/junit/platform/engine/support/discovery/DiscoveryIssueReporter.class";

    private static final boolean MET = PlatformBaseline.class.getClassLoader().getResource(NEEDED_TYPE) != null;

    private PlatformBaseline() {}

    /** Whether the JUnit Platform on the class path is new enough. */
    public static boolean isMet() {
        return MET;
    }

    /** What is missing. */
    private static String message() {
        String version = Objects.requireNonNullElse(
                TestDescriptor.class.getPackage().getImplementationVersion(), "of unknown version");
        return "The JUnit Platform on the class path is " + version
                + ", but Arazzo documents need 1.13 (JUnit 5.13) or"
                + " newer. No document was run. Raise the version of JUnit: import org.junit:junit-bom of 5.13.4"
                + " or newer, or set the property 'junit-jupiter.version' where Spring Boot manages it.";
    }

    /**
     * Adds failing tests that say what is missing.
     *
     * @param engine receives them
     */
    public static void fail(EngineDiscoveryRequest request, TestDescriptor engine) {
        FailedDiscovery.fail(request, engine, NAME, message());
    }
}
