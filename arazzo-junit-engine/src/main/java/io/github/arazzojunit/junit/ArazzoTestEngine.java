package io.github.arazzojunit.junit;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.junit.descriptor.ArazzoEngineDescriptor;
import io.github.arazzojunit.junit.discovery.DiscoverySelectorResolver;
import io.github.arazzojunit.junit.discovery.FailedDiscovery;
import io.github.arazzojunit.junit.discovery.PlatformBaseline;
import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import io.github.arazzojunit.launch.Failures;
import io.github.arazzojunit.launch.QuietLogging;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ThrowableCollector;
import org.opentest4j.TestAbortedException;

/** Runs Arazzo documents on the JUnit Platform. Found by {@link java.util.ServiceLoader}. */
@API(status = API.Status.INTERNAL)
public final class ArazzoTestEngine extends HierarchicalTestEngine<ArazzoExecutionContext> {

    /** The id of this engine. */
    public static final String ID = "arazzo";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("io.github.arazzojunit");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("arazzo-junit-engine");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        ArazzoConfiguration configuration =
                ArazzoConfiguration.from(new PlatformParameters(request.getConfigurationParameters()));
        boolean partial =
                request.getSelectorsByType(DiscoverySelector.class).stream().anyMatch(ArazzoTestEngine::selectsNodes);
        ArazzoEngineDescriptor engine = new ArazzoEngineDescriptor(uniqueId, configuration, partial);
        boolean insideOfSuite = !uniqueId.equals(UniqueId.forEngine(ID));
        if (insideOfSuite || configuration.discoversAsRootEngine()) {
            resolve(request, engine);
        }
        return engine;
    }

    /** Not whole documents, but nodes in them. */
    private static boolean selectsNodes(DiscoverySelector selector) {
        return selector instanceof UniqueIdSelector
                || selector instanceof FileSelector file && file.getPosition().isPresent()
                || selector instanceof ClasspathResourceSelector resource
                        && resource.getPosition().isPresent()
                || selector instanceof UriSelector uri
                        && FilePosition.fromQuery(uri.getUri().getQuery()).isPresent();
    }

    private static void resolve(EngineDiscoveryRequest request, ArazzoEngineDescriptor engine) {
        if (!PlatformBaseline.isMet()) {
            PlatformBaseline.fail(request, engine);
            return;
        }
        QuietLogging.begin();
        DiscoveryIssueReporter issueReporter = DiscoveryIssueReporter.deduplicating(
                DiscoveryIssueReporter.forwarding(request.getDiscoveryListener(), engine.getUniqueId()));
        try {
            new DiscoverySelectorResolver(engine, issueReporter).resolve(request);
        } catch (RuntimeException | LinkageError e) {
            FailedDiscovery.fail(request, engine, e);
        }
    }

    @Override
    protected ArazzoExecutionContext createExecutionContext(ExecutionRequest request) {
        return ArazzoExecutionContext.of((ArazzoEngineDescriptor) request.getRootTestDescriptor(), request);
    }

    @Override
    @SuppressWarnings("deprecation") // what replaces it came with Platform 6.1, and this engine also runs under 1.13
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        return configurationOf(request).parallel()
                ? new ForkJoinPoolHierarchicalTestExecutorService(new PrefixedConfigurationParameters(
                        request.getConfigurationParameters(), Constants.PARALLEL_CONFIG_PREFIX))
                : super.createExecutorService(request);
    }

    /** What the class path breaks says so, wherever it breaks. */
    @Override
    protected ThrowableCollector.Factory createThrowableCollectorFactory(ExecutionRequest request) {
        return () -> new ThrowableCollector(TestAbortedException.class::isInstance) {
            @Override
            public void execute(Executable executable) {
                super.execute(() -> {
                    try {
                        executable.execute();
                    } catch (LinkageError e) {
                        throw Failures.named(e);
                    }
                });
            }
        };
    }

    private static ArazzoConfiguration configurationOf(ExecutionRequest request) {
        return ((ArazzoEngineDescriptor) request.getRootTestDescriptor()).configuration();
    }
}
