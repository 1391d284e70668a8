package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the configuration parameters say, see {@link io.github.arazzojunit.Constants} for their names, valid values and
 * defaults. Immutable. A parameter whose value is not valid has its default here and an entry in {@link #problems()}.
 */
public interface ArazzoConfiguration {

    /** {@code arazzo.target}. */
    enum Target {
        STUB,
        LIVE
    }

    /** {@code arazzo.validation}. */
    enum Validation {
        LENIENT,
        STRICT
    }

    /** {@code arazzo.success.default}. */
    enum SuccessDefault {
        /** Written {@code 2xx}. */
        STATUS_2XX,
        DOCUMENTED,
        ANY
    }

    /** {@code arazzo.contract.response} and {@code arazzo.contract.request}. */
    enum ContractVerdict {
        FAIL,
        WARN,
        OFF
    }

    /** {@code arazzo.failure.end}. */
    enum EndVerdict {
        FAIL,
        PASS
    }

    /** {@code arazzo.stubs.branches}. */
    enum Branches {
        HAPPY,
        ALL
    }

    /** {@code arazzo.http.transport}. */
    enum TransportChoice {
        AUTO,
        REST_ASSURED,
        JDK
    }

    /** {@code arazzo.execution.order}. */
    enum Order {
        DOCUMENT,
        RANDOM
    }

    /**
     * {@code arazzo.container.<source>.…}.
     *
     * @param port inside of the container; absent means the first one that the image exposes
     * @param environment variables of the container by name
     * @param waitPath path that has to answer with 2xx before the first request
     */
    record Container(String image, Optional<Integer> port, Map<String, String> environment, Optional<String> waitPath) {

        public Container {
            environment = Map.copyOf(environment);
        }
    }

    /** The locations of {@code arazzo.documents} by default. */
    List<String> DEFAULT_DOCUMENTS = CommaList.parse(Constants.DOCUMENTS_DEFAULT);

    /** Reads the parameters of a request. Never throws on account of a value. */
    static ArazzoConfiguration from(Parameters parameters) {
        return DefaultArazzoConfiguration.read(parameters, System.getenv());
    }

    /** One message for each value that is not valid, with key, value and what is valid; the run has to fail with them. */
    List<String> problems();

    /** One message for each unknown key, with the nearest known one. */
    List<String> unknownKeys();

    /** {@code arazzo.documents}, as written; empty when the default applies. */
    Optional<List<String>> documents();

    Target target();

    /** {@code arazzo.server.<source>}: base URLs by name of the source. */
    Map<String, URI> servers();

    /** {@code arazzo.container.<source>}: containers by name of the source. */
    Map<String, Container> containers();

    /** {@code arazzo.source.<source>}: locations of descriptions as written, by name of the source. */
    Map<String, String> sources();

    /**
     * Inputs of one workflow by name: those that are given for all workflows, overridden by those given for this one.
     * A key without a further dot means all workflows. Which type a text has is for the schema of the input to say.
     */
    Map<String, String> inputs(String workflowId);

    /** {@code arazzo.profile}. */
    Optional<String> profile();

    /** Whether the class path has {@code arazzo-<profile>.properties}. */
    boolean hasProfileFile();

    /** The keys of all inputs without their prefix: {@code <workflowId>.<name>} or {@code <name>}. */
    Set<String> inputKeys();

    /** {@code arazzo.security.<source>.<scheme>.<field>}, without those that are empty. */
    Map<SecurityKey, String> security();

    /** {@code arazzo.tls.…}; empty where the defaults of the JVM apply. */
    Optional<Tls> tls();

    Validation validation();

    SuccessDefault successDefault();

    /** {@code arazzo.contract.response} and {@code arazzo.contract.response.<kind>}, for every kind. */
    Map<ContractKind, ContractVerdict> responseContract();

    /** {@code arazzo.contract.ignore}. */
    List<IgnoredPlace> ignoredContract();

    ContractVerdict requestContract();

    /** {@code arazzo.contract.undeclared}; empty where made answers and providers are treated differently. */
    Optional<ContractVerdict> undeclaredReads();

    EndVerdict failureEnd();

    /** {@code arazzo.stubs}, as written. */
    List<String> stubs();

    boolean generateStubs();

    /** {@code arazzo.stubs.branches}, as written. */
    Branches branches();

    /** Whether failure actions get runs of their own, which only made stubs can play. */
    default boolean takesBranches() {
        return branches() == Branches.ALL && generateStubs() && target() == Target.STUB;
    }

    Optional<Path> recordStubs();

    /** {@code arazzo.stubs.port}; 0 for any free port. */
    int stubPort();

    TransportChoice transport();

    Duration connectTimeout();

    Duration responseTimeout();

    boolean followRedirects();

    /** {@code arazzo.retry.max-delay}, or the default for requests to a live source or to the stub server. */
    Duration retryMaxDelay(boolean live);

    int maxSteps();

    int maxDepth();

    Duration maxDuration();

    /** In bytes. */
    long maxResponseSize();

    /** In bytes. */
    int maxDocumentSize();

    /** {@code arazzo.hosts}; empty means those that the descriptions and the configuration name, and loopback. */
    Optional<List<String>> hosts();

    Optional<Pattern> workflowFilter();

    Optional<Pattern> documentFilter();

    boolean parallel();

    Order order();

    OptionalLong orderSeed();

    boolean discoversAsRootEngine();

    /** The folder of the reports; empty means none are written. */
    Optional<Path> report();

    /** {@code arazzo.coverage.<kind>.minimum}, in percent; without an entry nothing is asked for. */
    Map<CoverageKind, Double> minimumCoverage();

    /** Parts of names to be masked, in lower case. */
    Set<String> masked();
}
