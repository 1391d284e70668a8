package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads everything when it is made, so that a bad value is known before the first request is sent. */
record DefaultArazzoConfiguration(
        Optional<List<String>> documents,
        Target target,
        Map<String, URI> servers,
        Map<String, Container> containers,
        Map<String, String> sources,
        InputParameters inputParameters,
        Map<SecurityKey, String> security,
        Optional<Tls> tls,
        Validation validation,
        SuccessDefault successDefault,
        Map<ContractKind, ContractVerdict> responseContract,
        List<IgnoredPlace> ignoredContract,
        ContractVerdict requestContract,
        Optional<ContractVerdict> undeclaredReads,
        EndVerdict failureEnd,
        List<String> stubs,
        boolean generateStubs,
        Branches branches,
        Optional<Path> recordStubs,
        int stubPort,
        TransportChoice transport,
        Duration connectTimeout,
        Duration responseTimeout,
        boolean followRedirects,
        Optional<Duration> configuredRetryMaxDelay,
        int maxSteps,
        int maxDepth,
        Duration maxDuration,
        long maxResponseSize,
        int maxDocumentSize,
        Optional<List<String>> hosts,
        Optional<Pattern> workflowFilter,
        Optional<Pattern> documentFilter,
        boolean parallel,
        Order order,
        OptionalLong orderSeed,
        boolean discoversAsRootEngine,
        Optional<Path> report,
        Map<CoverageKind, Double> minimumCoverage,
        Set<String> masked,
        Optional<String> profile,
        boolean hasProfileFile,
        List<String> problems,
        List<String> unknownKeys)
        implements ArazzoConfiguration {

    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int TEN_MEBIBYTES = 10 * 1024 * 1024;
    private static final Duration LIVE_RETRY_MAX_DELAY = Duration.ofSeconds(60);
    private static final Duration STUB_RETRY_MAX_DELAY = Duration.ofMillis(100);

    static DefaultArazzoConfiguration read(Parameters given, Map<String, String> environment) {
        Optional<String> profile =
                given.get(Constants.PROFILE_PROPERTY_NAME).map(String::strip).filter(PROFILE.asMatchPredicate());
        Optional<Map<String, String>> profileFile = profile.flatMap(PropertiesFile::ofProfile);
        Parameters parameters = ProfileParameters.over(given, profileFile);
        ParameterReader reader = new ParameterReader(parameters);
        EnvironmentVariables variables = new EnvironmentVariables(environment);
        return new DefaultArazzoConfiguration(
                reader.list(Constants.DOCUMENTS_PROPERTY_NAME),
                reader.choice(Constants.TARGET_PROPERTY_NAME, Target.STUB),
                SourceParameters.servers(reader),
                SourceParameters.containers(reader),
                Map.copyOf(reader.prefixed(Constants.SOURCE_PROPERTY_PREFIX)),
                InputParameters.read(reader, variables),
                SecurityParameters.read(reader, variables),
                TlsParameters.read(reader, variables),
                reader.choice(Constants.VALIDATION_PROPERTY_NAME, Validation.LENIENT),
                reader.choice(Constants.SUCCESS_DEFAULT_PROPERTY_NAME, SuccessDefault.STATUS_2XX),
                ContractParameters.responses(reader),
                ContractParameters.ignored(reader),
                reader.choice(Constants.CONTRACT_REQUEST_PROPERTY_NAME, ContractVerdict.WARN),
                reader.choice(Constants.CONTRACT_UNDECLARED_PROPERTY_NAME, ContractVerdict.class),
                reader.choice(Constants.FAILURE_END_PROPERTY_NAME, EndVerdict.FAIL),
                reader.list(Constants.STUBS_PROPERTY_NAME).orElseGet(() -> CommaList.parse(Constants.STUBS_DEFAULT)),
                reader.flag(Constants.STUBS_GENERATE_PROPERTY_NAME, true),
                reader.choice(Constants.STUBS_BRANCHES_PROPERTY_NAME, Branches.HAPPY),
                reader.path(Constants.STUBS_RECORD_PROPERTY_NAME),
                reader.port(Constants.STUBS_PORT_PROPERTY_NAME).orElse(0),
                reader.choice(Constants.HTTP_TRANSPORT_PROPERTY_NAME, TransportChoice.AUTO),
                reader.positiveDuration(Constants.HTTP_CONNECT_TIMEOUT_PROPERTY_NAME, Duration.ofSeconds(10)),
                reader.positiveDuration(Constants.HTTP_RESPONSE_TIMEOUT_PROPERTY_NAME, Duration.ofSeconds(30)),
                reader.flag(Constants.HTTP_FOLLOW_REDIRECTS_PROPERTY_NAME, false),
                reader.duration(Constants.RETRY_MAX_DELAY_PROPERTY_NAME),
                reader.positive(Constants.LIMITS_STEPS_PROPERTY_NAME, 1000),
                reader.positive(Constants.LIMITS_DEPTH_PROPERTY_NAME, 32),
                reader.positiveDuration(Constants.LIMITS_DURATION_PROPERTY_NAME, Duration.ofMinutes(10)),
                reader.size(Constants.LIMITS_RESPONSE_SIZE_PROPERTY_NAME, Integer.MAX_VALUE, TEN_MEBIBYTES),
                (int) reader.size(Constants.LIMITS_DOCUMENT_SIZE_PROPERTY_NAME, Integer.MAX_VALUE, TEN_MEBIBYTES),
                reader.list(Constants.HOSTS_PROPERTY_NAME),
                reader.pattern(Constants.FILTER_WORKFLOW_PROPERTY_NAME),
                reader.pattern(Constants.FILTER_DOCUMENT_PROPERTY_NAME),
                reader.flag(Constants.PARALLEL_ENABLED_PROPERTY_NAME, false),
                reader.choice(Constants.EXECUTION_ORDER_PROPERTY_NAME, Order.DOCUMENT),
                reader.whole(Constants.EXECUTION_ORDER_RANDOM_SEED_PROPERTY_NAME)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty),
                reader.flag(Constants.DISCOVERY_AS_ROOT_ENGINE_PROPERTY_NAME, true),
                report(reader),
                CoverageParameters.minimums(reader),
                masked(reader),
                profile(reader),
                profileFile.isPresent(),
                // Evaluated last: the reader has met every bad value by now.
                reader.problems(),
                KnownKeys.unknownAmong(parameters.keySet()));
    }

    private static Optional<Path> report(ParameterReader reader) {
        boolean off = reader.text(Constants.REPORT_PROPERTY_NAME)
                .filter("off"::equalsIgnoreCase)
                .isPresent();
        return off
                ? Optional.empty()
                : reader.path(Constants.REPORT_PROPERTY_NAME).or(() -> Optional.of(Path.of(Constants.REPORT_DEFAULT)));
    }

    private static Optional<String> profile(ParameterReader reader) {
        Optional<String> profile = reader.text(Constants.PROFILE_PROPERTY_NAME);
        profile.filter(PROFILE.asMatchPredicate().negate())
                .ifPresent(name ->
                        reader.reject(Constants.PROFILE_PROPERTY_NAME, name, "a name of letters, digits, '-' and '_'"));
        return profile.filter(PROFILE.asMatchPredicate());
    }

    private static Set<String> masked(ParameterReader reader) {
        return reader
                .list(Constants.MASK_PROPERTY_NAME)
                .orElseGet(() -> CommaList.parse(Constants.MASK_DEFAULT))
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> inputs(String workflowId) {
        return inputParameters.of(workflowId);
    }

    @Override
    public Set<String> inputKeys() {
        return inputParameters.keys();
    }

    @Override
    public Duration retryMaxDelay(boolean live) {
        return configuredRetryMaxDelay.orElse(live ? LIVE_RETRY_MAX_DELAY : STUB_RETRY_MAX_DELAY);
    }
}
