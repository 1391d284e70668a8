package io.github.arazzojunit;

import org.apiguardian.api.API;

/**
 * Names of all configuration parameters of the engine.
 *
 * <p>They are set as JUnit configuration parameters: in {@code junit-platform.properties}, as system properties, by
 * Surefire's {@code configurationParameters} or by a suite. A value that is not valid fails the run as a failing test;
 * an unknown key that begins with {@value #PREFIX} is a warning.
 *
 * <p>Durations are written as a number and {@code ms}, {@code s}, {@code m} or {@code h}, for example {@code 10 s}, or
 * in ISO 8601, for example {@code PT1M30S}. Sizes are written as a number and {@code B}, {@code KB}, {@code MB},
 * {@code GB} (powers of 1000), {@code KiB}, {@code MiB} or {@code GiB} (powers of 1024), for example {@code 10 MiB}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Constants {

    /** What the names of all parameters begin with: {@value}. */
    public static final String PREFIX = "arazzo.";

    /**
     * Property name used to set where a class with {@link ArazzoTest} but without locations finds its
     * documents: {@value}.
     *
     * <p>Valid values: a comma separated list of locations, see {@link ArazzoTest#value()}; commas inside of
     * braces do not separate.
     *
     * <p>Default: {@value #DOCUMENTS_DEFAULT}, searched in the directories of the class path, not in its jars.
     */
    public static final String DOCUMENTS_PROPERTY_NAME = "arazzo.documents";

    /** Default of {@value #DOCUMENTS_PROPERTY_NAME}: {@value}. */
    public static final String DOCUMENTS_DEFAULT =
            "classpath:**/*.arazzo.{yaml,yml,json}, classpath:**/arazzo.{yaml,yml,json}";

    /**
     * Property name used to set where requests go: {@value}.
     *
     * <p>Valid values: {@code stub} for the embedded stub server, {@code live} for the servers of the OpenAPI
     * description.
     *
     * <p>Default: {@code stub}: no request leaves the machine unless asked for.
     */
    public static final String TARGET_PROPERTY_NAME = "arazzo.target";

    /**
     * Prefix of the property names used to set the base URL of one source, which makes that source live; the
     * name of the source follows the prefix: {@value}.
     *
     * <p>Valid values: an absolute {@code http} or {@code https} URL.
     *
     * <p>Default: none.
     */
    public static final String SERVER_PROPERTY_PREFIX = "arazzo.server.";

    /**
     * Prefix of the property names used to set a container that serves one source, started once per run with
     * Testcontainers; the prefix is followed by the name of the source and {@code .image}, {@code .port},
     * {@code .wait} or {@code .env.<name>}: {@value}.
     *
     * <p>Valid values: {@code image}: name of an image, required; {@code port}: 1 to 65535, the port inside of
     * the container, by default the lowest one that the image exposes; {@code wait}: a path beginning with
     * {@code /} that has to answer with 2xx before the first request, by default any answer over HTTP will do;
     * {@code env}: any text. {@value #SERVER_PROPERTY_PREFIX} for the same source wins.
     *
     * <p>Default: none.
     */
    public static final String CONTAINER_PROPERTY_PREFIX = "arazzo.container.";

    /**
     * Prefix of the property names used to set another location of one source's description; the name of the
     * source follows the prefix: {@value}.
     *
     * <p>Valid values: a path relative to the working directory, a {@code classpath:} location or a URL.
     *
     * <p>Default: the {@code url} of the source description.
     */
    public static final String SOURCE_PROPERTY_PREFIX = "arazzo.source.";

    /**
     * Prefix of the property names used to set the value of one input; the prefix is followed by {@code
     * <workflowId>.<name>}, or by {@code <name>} for an input of every workflow: {@value}.
     *
     * <p>Valid values: a text, read as the first type that the schema of the input allows and that keeps the text as it
     * is; for an input without a type, JSON text, or any other text for a string. <code>${env:NAME}</code> inside is
     * replaced by the environment variable.
     *
     * <p>Default: none.
     */
    public static final String INPUTS_PROPERTY_PREFIX = "arazzo.inputs.";

    /**
     * Property name used to choose a profile: inputs from {@code <document>.inputs.<profile>.yaml} win over those of
     * {@code <document>.inputs.yaml}, and the keys of {@code arazzo-<profile>.properties} on the class path over those
     * of {@code junit-platform.properties}: {@value}.
     *
     * <p>Valid values: a name of letters, digits, {@code -} and {@code _}.
     *
     * <p>Default: no profile.
     */
    public static final String PROFILE_PROPERTY_NAME = "arazzo.profile";

    /**
     * Property name used to set what a document that is usable but does not conform to the specification means:
     * {@value}.
     *
     * <p>Valid values: {@code lenient}: a warning, {@code strict}: an error.
     *
     * <p>Default: {@code lenient}.
     */
    public static final String VALIDATION_PROPERTY_NAME = "arazzo.validation";

    /**
     * Property name used to set when a step without success criteria is successful: {@value}.
     *
     * <p>Valid values: {@code 2xx}: the status is 200 to 299, {@code documented}: the description documents the
     * status, {@code any}: always.
     *
     * <p>Default: {@code 2xx}.
     */
    public static final String SUCCESS_DEFAULT_PROPERTY_NAME = "arazzo.success.default";

    /**
     * Property name used to set what a response that violates the OpenAPI description means: {@value}.
     *
     * <p>Valid values: {@code fail}: the step fails, {@code warn}: a report entry, {@code off}: responses are
     * not checked.
     *
     * <p>Default: {@code fail}.
     */
    public static final String CONTRACT_RESPONSE_PROPERTY_NAME = "arazzo.contract.response";

    /**
     * Prefix of property names used to set what one kind of violation by a response means: {@value}.
     *
     * <p>It is followed by {@code status}, {@code content-type}, {@code header}, {@code body}, {@code null} (a value
     * that must not be null) or {@code format} (a text without the {@code format} of its schema), as in
     * {@code arazzo.contract.response.format=warn}.
     *
     * <p>Valid values: those of {@value #CONTRACT_RESPONSE_PROPERTY_NAME}.
     *
     * <p>Default: what {@value #CONTRACT_RESPONSE_PROPERTY_NAME} says.
     */
    public static final String CONTRACT_RESPONSE_PROPERTY_PREFIX = "arazzo.contract.response.";

    /**
     * Property name used to set places in responses where violations of the OpenAPI description do not count:
     * {@value}.
     *
     * <p>Valid values: separated by commas, {@code operationId} (or method and path), {@code #} and a JSON pointer into
     * the body, as in {@code getPet#/owner/name}; without {@code #}, everything about the response. {@code *} stands
     * for any text, in a pointer for any one member or item, {@code **} for any number of them.
     *
     * <p>Default: none.
     */
    public static final String CONTRACT_IGNORE_PROPERTY_NAME = "arazzo.contract.ignore";

    /**
     * Property name used to set what a request that violates the OpenAPI description means: {@value}.
     *
     * <p>Valid values: {@code fail}: the step fails, {@code warn}: a report entry, {@code off}: requests are
     * not checked.
     *
     * <p>Default: {@code warn}.
     */
    public static final String CONTRACT_REQUEST_PROPERTY_NAME = "arazzo.contract.request";

    /**
     * Property name used to set what it means that a criterion, a later step or a workflow output reads a member or a
     * header that the OpenAPI description allows but does not declare: {@value}.
     *
     * <p>Valid values: {@code fail}: the step fails, {@code warn}: a report entry, {@code off}: nobody looks. An object
     * that declares no member and a response that declares no header promise nothing, so reading them is never a
     * finding; an output that nothing reads is never more than a warning.
     *
     * <p>Default: {@code fail} where the answer is made, {@code warn} where a provider or a mapping gives it.
     */
    public static final String CONTRACT_UNDECLARED_PROPERTY_NAME = "arazzo.contract.undeclared";

    /**
     * Property name used to set the verdict on a step whose failure action is {@code end}: {@value}.
     *
     * <p>Valid values: {@code fail}, {@code pass}.
     *
     * <p>Default: {@code fail}.
     */
    public static final String FAILURE_END_PROPERTY_NAME = "arazzo.failure.end";

    /**
     * Property name used to set folders with WireMock's {@code mappings} and {@code __files}: {@value}.
     *
     * <p>Valid values: a comma separated list of {@code classpath:} locations and directories relative to the
     * working directory.
     *
     * <p>Default: {@value #STUBS_DEFAULT}.
     */
    public static final String STUBS_PROPERTY_NAME = "arazzo.stubs";

    /** Default of {@value #STUBS_PROPERTY_NAME}: {@value}. */
    public static final String STUBS_DEFAULT = "classpath:stubs";

    /**
     * Property name used to set whether stubs for operations that no mapping serves, and inputs that nobody gave, are
     * made from the descriptions: {@value}.
     *
     * <p>Valid values: {@code true}, {@code false}.
     *
     * <p>Default: {@code true}.
     */
    public static final String STUBS_GENERATE_PROPERTY_NAME = "arazzo.stubs.generate";

    /**
     * Property name used to set the folder to which the answers of a run are written as mappings, and the inputs that
     * were made for it: {@value}.
     *
     * <p>Valid values: a directory relative to the working directory, created where it does not exist.
     *
     * <p>Default: nothing is written.
     */
    public static final String STUBS_RECORD_PROPERTY_NAME = "arazzo.stubs.record";

    /**
     * Property name used to set which ways through a workflow run against made stubs: {@value}.
     *
     * <p>Valid values: {@code happy} for one run in which every step succeeds, {@code all} for one more run for each
     * failure action of each step, in which the stub answers so that the action is taken.
     *
     * <p>Default: {@code happy}.
     */
    public static final String STUBS_BRANCHES_PROPERTY_NAME = "arazzo.stubs.branches";

    /**
     * Property name used to set the port of the stub server; with a fixed one there is only one server, and workflows
     * wait for each other: {@value}.
     *
     * <p>Valid values: a port from 1 to 65535.
     *
     * <p>Default: every server takes a free one.
     */
    public static final String STUBS_PORT_PROPERTY_NAME = "arazzo.stubs.port";

    /**
     * Prefix of the property names used to set credentials for the security schemes of the descriptions; the prefix is
     * followed by {@code <source>.<scheme>.<field>}, for example {@code orders.basicAuth.password}: {@value}.
     *
     * <p>Valid fields: {@code username} and {@code password} (HTTP basic, OAuth2 password), {@code token} (HTTP bearer, or
     * a fixed token of OAuth2 and OpenID Connect), {@code value} (API key), {@code client-id}, {@code client-secret},
     * {@code scope} and {@code token-url} (OAuth2 client credentials and password, OpenID Connect).
     *
     * <p>Valid values: any text; <code>${env:NAME}</code> inside is replaced by the environment variable. A field without
     * a value is read from the variable {@code ARAZZO_SECURITY_<SOURCE>_<SCHEME>_<FIELD>}.
     *
     * <p>Default: requests get no credentials but those that the steps and {@link ArazzoRequest} add.
     */
    public static final String SECURITY_PROPERTY_PREFIX = "arazzo.security.";

    /**
     * Property name used to set the file with the client's key and certificate for mutual TLS: {@value}.
     *
     * <p>Valid values: a file in PKCS12 format, or JKS where its name ends with {@code .jks}, relative to the working
     * directory; <code>${env:NAME}</code> inside is replaced.
     *
     * <p>Default: none.
     */
    public static final String TLS_KEY_STORE_PROPERTY_NAME = "arazzo.tls.key-store";

    /**
     * Property name used to set the password of the key store and its keys: {@value}.
     *
     * <p>Valid values: any text; <code>${env:NAME}</code> inside is replaced.
     *
     * <p>Default: none; a key store needs one.
     */
    public static final String TLS_KEY_STORE_PASSWORD_PROPERTY_NAME = "arazzo.tls.key-store-password";

    /**
     * Property name used to set the file with the certificates of servers that are trusted: {@value}.
     *
     * <p>Valid values: as those of {@value #TLS_KEY_STORE_PROPERTY_NAME}.
     *
     * <p>Default: those that the JVM trusts.
     */
    public static final String TLS_TRUST_STORE_PROPERTY_NAME = "arazzo.tls.trust-store";

    /**
     * Property name used to set the password of the trust store: {@value}.
     *
     * <p>Valid values: any text; <code>${env:NAME}</code> inside is replaced.
     *
     * <p>Default: none; a trust store needs one.
     */
    public static final String TLS_TRUST_STORE_PASSWORD_PROPERTY_NAME = "arazzo.tls.trust-store-password";

    /**
     * Property name used to set what sends the requests: {@value}.
     *
     * <p>Valid values: {@code rest-assured}, {@code jdk}, {@code auto}: REST Assured where the user contributes
     * REST Assured customization, else the JDK's client.
     *
     * <p>Default: {@code auto}.
     */
    public static final String HTTP_TRANSPORT_PROPERTY_NAME = "arazzo.http.transport";

    /**
     * Property name used to set the longest time for a connection to be made: {@value}.
     *
     * <p>Valid values: a positive duration.
     *
     * <p>Default: {@code 10 s}.
     */
    public static final String HTTP_CONNECT_TIMEOUT_PROPERTY_NAME = "arazzo.http.connect-timeout";

    /**
     * Property name used to set the longest time from the request to the end of the response: {@value}.
     *
     * <p>Valid values: a positive duration.
     *
     * <p>Default: {@code 30 s}.
     */
    public static final String HTTP_RESPONSE_TIMEOUT_PROPERTY_NAME = "arazzo.http.response-timeout";

    /**
     * Property name used to set whether a redirect is followed instead of being the response: {@value}.
     *
     * <p>Valid values: {@code true}, {@code false}.
     *
     * <p>Default: {@code false}.
     */
    public static final String HTTP_FOLLOW_REDIRECTS_PROPERTY_NAME = "arazzo.http.follow-redirects";

    /**
     * Property name used to set the longest time between two attempts, whatever {@code retryAfter} and the
     * {@code Retry-After} header say: {@value}.
     *
     * <p>Valid values: a duration.
     *
     * <p>Default: {@code 60 s} for a live source, {@code 100 ms} for the stub server.
     */
    public static final String RETRY_MAX_DELAY_PROPERTY_NAME = "arazzo.retry.max-delay";

    /**
     * Property name used to set the number of step visits, called workflows included, after which a workflow is
     * stopped and fails: {@value}.
     *
     * <p>Valid values: a positive whole number.
     *
     * <p>Default: {@code 1000}.
     */
    public static final String LIMITS_STEPS_PROPERTY_NAME = "arazzo.limits.steps";

    /**
     * Property name used to set how deep workflows may call workflows: {@value}.
     *
     * <p>Valid values: a positive whole number.
     *
     * <p>Default: {@code 32}.
     */
    public static final String LIMITS_DEPTH_PROPERTY_NAME = "arazzo.limits.depth";

    /**
     * Property name used to set the time after which a workflow is stopped and fails: {@value}.
     *
     * <p>Valid values: a positive duration.
     *
     * <p>Default: {@code 10 m}.
     */
    public static final String LIMITS_DURATION_PROPERTY_NAME = "arazzo.limits.duration";

    /**
     * Property name used to set the size above which a response fails its step: {@value}.
     *
     * <p>Valid values: a positive size.
     *
     * <p>Default: {@code 10 MiB}.
     */
    public static final String LIMITS_RESPONSE_SIZE_PROPERTY_NAME = "arazzo.limits.response-size";

    /**
     * Property name used to set the size above which a document or description is not read: {@value}.
     *
     * <p>Valid values: a positive size up to 2047 MiB.
     *
     * <p>Default: {@code 10 MiB}.
     */
    public static final String LIMITS_DOCUMENT_SIZE_PROPERTY_NAME = "arazzo.limits.document-size";

    /**
     * Property name used to set the hosts that requests and remote descriptions may be sent to or read from:
     * {@value}.
     *
     * <p>Valid values: a comma separated list of host names; {@code *.example.com} allows all below {@code
     * example.com}.
     *
     * <p>Default: the servers named in the descriptions and in the configuration, and the loopback interface.
     */
    public static final String HOSTS_PROPERTY_NAME = "arazzo.hosts";

    /**
     * Property name used to set only workflows in whose {@code workflowId} the expression is found are run:
     * {@value}.
     *
     * <p>Valid values: a regular expression of {@link java.util.regex.Pattern}.
     *
     * <p>Default: all are run.
     */
    public static final String FILTER_WORKFLOW_PROPERTY_NAME = "arazzo.filter.workflow";

    /**
     * Property name used to set only documents in whose relative path the expression is found are run:
     * {@value}.
     *
     * <p>Valid values: a regular expression of {@link java.util.regex.Pattern}.
     *
     * <p>Default: all are run.
     */
    public static final String FILTER_DOCUMENT_PROPERTY_NAME = "arazzo.filter.document";

    /**
     * Property name used to set whether workflows run at the same time; the steps of one workflow never do:
     * {@value}.
     *
     * <p>Valid values: {@code true}, {@code false}.
     *
     * <p>Default: {@code false}.
     */
    public static final String PARALLEL_ENABLED_PROPERTY_NAME = "arazzo.execution.parallel.enabled";

    /**
     * Prefix of the property names used to set how many threads run workflows; the keys behind the prefix are
     * those of Jupiter: {@code strategy}, {@code fixed.parallelism}, {@code dynamic.factor} and so on:
     * {@value}.
     *
     * <p>Valid values: see the user guide of JUnit.
     *
     * <p>Default: {@code dynamic} with factor 1: one thread per processor.
     */
    public static final String PARALLEL_CONFIG_PREFIX = "arazzo.execution.parallel.config.";

    /**
     * Property name used to set the order of documents and of workflows; a workflow always comes after those
     * that it depends on: {@value}.
     *
     * <p>Valid values: {@code document}: documents by path, workflows as written; {@code random}.
     *
     * <p>Default: {@code document}.
     */
    public static final String EXECUTION_ORDER_PROPERTY_NAME = "arazzo.execution.order";

    /**
     * Property name used to set the seed of the random order, to repeat an order that was reported: {@value}.
     *
     * <p>Valid values: a whole number.
     *
     * <p>Default: another one for each run, reported.
     */
    public static final String EXECUTION_ORDER_RANDOM_SEED_PROPERTY_NAME = "arazzo.execution.order.random.seed";

    /**
     * Property name used to set whether documents are found outside of suites: {@value}.
     *
     * <p>Valid values: {@code true}; {@code false} where a suite runs the documents, so that they do not run
     * twice.
     *
     * <p>Default: {@code true}.
     */
    public static final String DISCOVERY_AS_ROOT_ENGINE_PROPERTY_NAME = "arazzo.discovery.as-root-engine";

    /**
     * Property name used to set the folder of the HTML report, the HAR files and the coverage: {@value}.
     *
     * <p>Valid values: a directory relative to the working directory, or {@code off}.
     *
     * <p>Default: {@value #REPORT_DEFAULT}.
     */
    public static final String REPORT_PROPERTY_NAME = "arazzo.report";

    /** Default of {@value #REPORT_PROPERTY_NAME}: {@value}. */
    public static final String REPORT_DEFAULT = "target/arazzo-report";

    /**
     * Prefix of the property names used to set how much a run has to cover at least; the prefix is followed by {@code
     * operations}, {@code statuses}, {@code parameters} or {@code branches} and {@value #COVERAGE_MINIMUM_SUFFIX}. A
     * test of its own fails when less is covered; a run of single nodes, selected by unique id, is not held to it:
     * {@value}.
     *
     * <p>Valid values: a percentage from 0 to 100 of what the descriptions and workflows of the run have.
     *
     * <p>Default: none.
     */
    public static final String COVERAGE_PROPERTY_PREFIX = "arazzo.coverage.";

    /** What the names behind {@value #COVERAGE_PROPERTY_PREFIX} end with: {@value}. */
    public static final String COVERAGE_MINIMUM_SUFFIX = ".minimum";

    /**
     * Property name used to set parts of names whose values never reach a message, report entry, report or log;
     * inputs with {@code format: password} never do: {@value}.
     *
     * <p>Valid values: a comma separated list; case does not matter, and the list replaces the default.
     *
     * <p>Default: {@value #MASK_DEFAULT}.
     */
    public static final String MASK_PROPERTY_NAME = "arazzo.mask";

    /** Default of {@value #MASK_PROPERTY_NAME}: {@value}. */
    public static final String MASK_DEFAULT =
            "authorization, cookie, token, secret, password, passwd, api-key, apikey, x-api-key, credential, signature";

    private Constants() {}
}
