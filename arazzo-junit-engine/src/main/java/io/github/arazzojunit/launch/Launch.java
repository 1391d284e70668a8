package io.github.arazzojunit.launch;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.config.Tls;
import io.github.arazzojunit.document.ClassPath;
import io.github.arazzojunit.http.HostList;
import io.github.arazzojunit.http.JdkTransport;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportSettings;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.reader.RawUri;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.report.RunReport;
import io.github.arazzojunit.runner.Cancellation;
import io.github.arazzojunit.runner.ContractSettings;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.runner.RunSettings;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.LocalResourceLoader;
import io.github.arazzojunit.source.RemoteResourceLoader;
import io.github.arazzojunit.source.ResourceLoader;
import io.github.arazzojunit.source.SourceLibrary;
import io.github.arazzojunit.stub.StubConfiguration;
import io.github.arazzojunit.stub.StubServers;
import io.github.arazzojunit.stub.inputs.InputMaker;
import io.github.arazzojunit.target.ContainerSettings;
import io.github.arazzojunit.target.SourceContainer;
import io.github.arazzojunit.target.SourceContainers;
import io.github.arazzojunit.target.TargetSettings;
import io.github.arazzojunit.target.Targets;
import io.github.arazzojunit.target.security.Credentials;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.io.File;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What all runs of workflows on behalf of one engine or extension share. Thread-safe. */
public final class Launch implements AutoCloseable {

    private final ArazzoConfiguration configuration;
    private final StubServers stubs;
    private final SourceContainers containers;
    private final Sources sources;
    private final Map<URI, Known> known;
    private final List<RunListener> runListeners;
    private final Masker masker;
    private final Optional<RunReport> report;
    private final Cancellation cancellation;
    private final Credentials credentials;
    private final ClassRun withoutClass;

    private record Known(ArazzoDocument document, List<Finding> findings) {}

    /** Starts nothing yet; leaves no report behind. */
    public Launch(ArazzoConfiguration configuration) {
        this(configuration, Optional.empty(), Cancellation.NEVER);
    }

    /**
     * Starts nothing yet; everything that runs also goes into the report, which the caller writes.
     *
     * @param cancellation ends all runs before their next step
     */
    public Launch(ArazzoConfiguration configuration, Optional<RunReport> report, Cancellation cancellation) {
        this(
                configuration,
                report,
                cancellation,
                new StubServers(new StubConfiguration(configuration.stubs(), configuration.stubPort())),
                new SourceContainers(),
                ServiceLoader.load(RunListener.class, Thread.currentThread().getContextClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    private Launch(
            ArazzoConfiguration configuration,
            Optional<RunReport> report,
            Cancellation cancellation,
            StubServers stubs,
            SourceContainers containers,
            List<RunListener> runListeners) {
        QuietLogging.begin();
        this.known = new ConcurrentHashMap<>();
        this.configuration = configuration;
        this.report = report;
        this.cancellation = cancellation;
        this.stubs = stubs;
        this.containers = containers;
        this.runListeners = runListeners;
        this.masker = Masker.of(configuration.masked());
        configuration
                .containers()
                .values()
                .forEach(container -> container.environment().forEach(masker::hideSetting));
        this.sources = sources(Map.of());
        this.credentials = new Credentials(
                configuration.security(),
                System.getenv(),
                configuration.tls().filter(Tls::proves).isPresent(),
                new JdkTransport(transportSettings(configuration.maxResponseSize())),
                configuration.responseTimeout(),
                Clock.systemUTC(),
                masker::hide);
        this.withoutClass = begin(Contributions.NONE);
    }

    /** The same stub servers, containers and listeners under a configuration that knows more; ends with this object. */
    public Launch with(ArazzoConfiguration other) {
        return new Launch(other, report, cancellation, stubs, containers, runListeners);
    }

    /** Starts in the background what most runs need. */
    public void begin() {
        if (configuration.target() == ArazzoConfiguration.Target.STUB) {
            stubs.warmUp();
        }
    }

    /** Makes a document known to all others, which may refer to it by its {@code $self} (DOC-24, URI-10). */
    public LinkedDocument know(ArazzoDocument document, List<Finding> findings) {
        return know(sources, document, findings);
    }

    /** The same for a document that refers to what a class contributes. */
    LinkedDocument know(Sources user, ArazzoDocument document, List<Finding> findings) {
        known.put(document.uri(), new Known(document, findings));
        return user.know(document, findings);
    }

    /**
     * @param descriptions where to find sources of these names, whatever the documents and the configuration say
     */
    private Sources sources(Map<String, URI> descriptions) {
        Map<String, URI> locations = locations(configuration.sources());
        locations.putAll(descriptions);
        ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
        Sources made = new Sources(
                new SourceLibrary(
                        resourceLoader(classLoader),
                        locations,
                        readLimits(configuration),
                        () -> ClassPath.of(classLoader).directories()),
                new WorkflowChecks(configuration.validation() == ArazzoConfiguration.Validation.STRICT));
        known.values().forEach(document -> made.know(document.document(), document.findings()));
        return made;
    }

    /** Targets and inputs for a test class, or for documents outside of any class; the caller closes it. */
    public ClassRun begin(Contributions contributions) {
        Map<String, URI> servers = new HashMap<>(configuration.servers());
        servers.putAll(contributions.servers());
        TargetSettings settings = new TargetSettings(
                configuration.target() == ArazzoConfiguration.Target.STUB
                        ? TargetSettings.Mode.STUB
                        : TargetSettings.Mode.LIVE,
                servers,
                new HostList(configuration.hosts().orElse(List.of())),
                configuration.generateStubs());
        TransportSettings transportSettings = transportSettings(configuration.maxResponseSize());
        Transport transport = Transports.choose(
                configuration.transport(), contributions.requests(), transportSettings, settings::permits);
        Map<String, SourceContainer> serving = containers.of(settings(configuration.containers()));
        serving.keySet().removeAll(servers.keySet());
        serving.putAll(contributions.containers());
        boolean live = settings.mode() == TargetSettings.Mode.LIVE || !servers.isEmpty() || !serving.isEmpty();
        return new ClassRun(
                new Targets(settings, transport, stubs, serving, Optional.of(credentials)),
                contributions,
                contributions.descriptions().isEmpty() ? sources : sources(contributions.descriptions()),
                runSettings(live),
                live
                        ? Optional.empty()
                        : Optional.of(new MissingInputs(
                                stubs,
                                configuration.generateStubs() ? Optional.of(new InputMaker()) : Optional.empty())));
    }

    /** For documents to which no test contributes anything. Closed with this object. */
    public ClassRun withoutClass() {
        return withoutClass;
    }

    public ArazzoConfiguration configuration() {
        return configuration;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    List<RunListener> runListeners() {
        return runListeners;
    }

    public Masker masker() {
        return masker;
    }

    /** Empty when none is wanted. */
    public Optional<RunReport> report() {
        return report;
    }

    @Override
    public void close() {
        withoutClass.close();
        stubs.close();
        containers.close();
    }

    private RunSettings runSettings(boolean live) {
        return new RunSettings(
                switch (configuration.successDefault()) {
                    case STATUS_2XX -> RunSettings.SuccessDefault.SUCCESSFUL_STATUS;
                    case DOCUMENTED -> RunSettings.SuccessDefault.DOCUMENTED;
                    case ANY -> RunSettings.SuccessDefault.ANY;
                },
                configuration.failureEnd() == ArazzoConfiguration.EndVerdict.PASS,
                responseContract(),
                ContractSettings.all(verdict(configuration.requestContract())),
                configuration.undeclaredReads().map(Launch::verdict),
                configuration.retryMaxDelay(live),
                configuration.responseTimeout(),
                configuration.maxSteps(),
                configuration.maxDepth(),
                configuration.maxDuration());
    }

    private ContractSettings responseContract() {
        return new ContractSettings(
                configuration.responseContract().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> verdict(entry.getValue()))),
                configuration.ignoredContract());
    }

    private static RunSettings.ContractVerdict verdict(ArazzoConfiguration.ContractVerdict configured) {
        return switch (configured) {
            case FAIL -> RunSettings.ContractVerdict.FAIL;
            case WARN -> RunSettings.ContractVerdict.WARN;
            case OFF -> RunSettings.ContractVerdict.OFF;
        };
    }

    /** Remote texts are fetched from this machine and from hosts that the configuration names, no others (SEC-02). */
    private ResourceLoader resourceLoader(ClassLoader classLoader) {
        ResourceLoader local = new LocalResourceLoader(classLoader, configuration.maxDocumentSize());
        HostList hosts = new HostList(configuration.hosts().orElse(List.of()));
        return uri -> {
            if (!hosts.names(uri) && !HostList.isLoopback(uri)) {
                return local.load(uri);
            }
            try (Transport transport = new JdkTransport(transportSettings(configuration.maxDocumentSize()))) {
                return new RemoteResourceLoader(transport, configuration.responseTimeout()).load(uri);
            }
        };
    }

    private TransportSettings transportSettings(long maxBytes) {
        return new TransportSettings(
                configuration.connectTimeout(),
                configuration.responseTimeout(),
                configuration.followRedirects(),
                (int) Math.min(Integer.MAX_VALUE, maxBytes),
                configuration.tls().map(Tls::context));
    }

    private static ReadLimits readLimits(ArazzoConfiguration configuration) {
        return new ReadLimits(
                configuration.maxDocumentSize(), ReadLimits.DEFAULT.maxDepth(), ReadLimits.DEFAULT.maxAliasNodes());
    }

    private static Map<String, ContainerSettings> settings(Map<String, ArazzoConfiguration.Container> configured) {
        Map<String, ContainerSettings> settings = new HashMap<>();
        configured.forEach((source, container) -> settings.put(
                source,
                new ContainerSettings(
                        container.image(), container.port(), container.environment(), container.waitPath())));
        return settings;
    }

    /** A location without a scheme is a file, relative to the working directory. */
    private static Map<String, URI> locations(Map<String, String> sources) {
        Map<String, URI> locations = new HashMap<>();
        sources.forEach((name, location) -> locations.put(
                name,
                location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
                        ? URI.create(RawUri.encoded(location))
                        : new File(location).toURI()));
        return locations;
    }
}
