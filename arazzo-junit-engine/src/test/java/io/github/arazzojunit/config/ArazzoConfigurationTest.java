package io.github.arazzojunit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration.Container;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArazzoConfigurationTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("TOKEN", "s3cr3t", "COUNT", "7");

    /** The parameters of a request, from a map. */
    private record Given(Map<String, String> values) implements Parameters {

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public Set<String> keySet() {
            return values.keySet();
        }
    }

    private static ArazzoConfiguration with(String... keysAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return DefaultArazzoConfiguration.read(new Given(values), ENVIRONMENT);
    }

    @Test
    void without_parameters_the_defaults_of_the_design_apply() {
        ArazzoConfiguration defaults = with();

        assertThat(defaults.problems()).isEmpty();
        assertThat(defaults.documents()).isEmpty();
        assertThat(ArazzoConfiguration.DEFAULT_DOCUMENTS)
                .containsExactly("classpath:**/*.arazzo.{yaml,yml,json}", "classpath:**/arazzo.{yaml,yml,json}");
        assertThat(defaults.target()).isEqualTo(ArazzoConfiguration.Target.STUB);
        assertThat(defaults.servers()).isEmpty();
        assertThat(defaults.containers()).isEmpty();
        assertThat(defaults.sources()).isEmpty();
        assertThat(defaults.inputs("any")).isEmpty();
        assertThat(defaults.validation()).isEqualTo(ArazzoConfiguration.Validation.LENIENT);
        assertThat(defaults.successDefault()).isEqualTo(ArazzoConfiguration.SuccessDefault.STATUS_2XX);
        assertThat(defaults.responseContract())
                .containsOnlyKeys(ContractKind.values())
                .containsValue(ArazzoConfiguration.ContractVerdict.FAIL)
                .doesNotContainValue(ArazzoConfiguration.ContractVerdict.WARN);
        assertThat(defaults.ignoredContract()).isEmpty();
        assertThat(defaults.requestContract()).isEqualTo(ArazzoConfiguration.ContractVerdict.WARN);
        assertThat(defaults.failureEnd()).isEqualTo(ArazzoConfiguration.EndVerdict.FAIL);
        assertThat(defaults.stubs()).containsExactly("classpath:stubs");
        assertThat(defaults.generateStubs()).isTrue();
        assertThat(defaults.recordStubs()).isEmpty();
        assertThat(defaults.transport()).isEqualTo(ArazzoConfiguration.TransportChoice.AUTO);
        assertThat(defaults.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.responseTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.followRedirects()).isFalse();
        assertThat(defaults.retryMaxDelay(true)).isEqualTo(Duration.ofSeconds(60));
        assertThat(defaults.retryMaxDelay(false)).isEqualTo(Duration.ofMillis(100));
        assertThat(defaults.maxSteps()).isEqualTo(1000);
        assertThat(defaults.maxDepth()).isEqualTo(32);
        assertThat(defaults.maxDuration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(defaults.maxResponseSize()).isEqualTo(10_485_760);
        assertThat(defaults.maxDocumentSize()).isEqualTo(10_485_760);
        assertThat(defaults.hosts()).isEmpty();
        assertThat(defaults.workflowFilter()).isEmpty();
        assertThat(defaults.documentFilter()).isEmpty();
        assertThat(defaults.parallel()).isFalse();
        assertThat(defaults.order()).isEqualTo(ArazzoConfiguration.Order.DOCUMENT);
        assertThat(defaults.orderSeed()).isEmpty();
        assertThat(defaults.discoversAsRootEngine()).isTrue();
        assertThat(defaults.report()).contains(Path.of("target/arazzo-report"));
        assertThat(defaults.masked()).contains("authorization", "cookie", "token", "secret", "password", "api-key");
    }

    @Test
    void values_are_read() {
        ArazzoConfiguration configuration = with(
                "arazzo.documents", "a, b/*.{yaml,json}",
                "arazzo.target", "LIVE",
                "arazzo.success.default", "documented",
                "arazzo.contract.request", "off",
                "arazzo.failure.end", "pass",
                "arazzo.http.transport", "rest-assured",
                "arazzo.retry.max-delay", "0 s",
                "arazzo.limits.response-size", "1.5 KiB",
                "arazzo.hosts", "a.example, *.b.example",
                "arazzo.filter.workflow", "^order",
                "arazzo.execution.order.random.seed", "-5",
                "arazzo.report", "off",
                "arazzo.mask", "PIN, Birth-Date");

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.documents().orElseThrow()).containsExactly("a", "b/*.{yaml,json}");
        assertThat(configuration.target()).isEqualTo(ArazzoConfiguration.Target.LIVE);
        assertThat(configuration.successDefault()).isEqualTo(ArazzoConfiguration.SuccessDefault.DOCUMENTED);
        assertThat(configuration.requestContract()).isEqualTo(ArazzoConfiguration.ContractVerdict.OFF);
        assertThat(configuration.failureEnd()).isEqualTo(ArazzoConfiguration.EndVerdict.PASS);
        assertThat(configuration.transport()).isEqualTo(ArazzoConfiguration.TransportChoice.REST_ASSURED);
        assertThat(configuration.retryMaxDelay(true)).isZero();
        assertThat(configuration.maxResponseSize()).isEqualTo(1536);
        assertThat(configuration.hosts().orElseThrow()).containsExactly("a.example", "*.b.example");
        assertThat(configuration.workflowFilter().map(Pattern::pattern)).contains("^order");
        assertThat(configuration.orderSeed()).hasValue(-5);
        assertThat(configuration.report()).isEmpty();
        assertThat(configuration.masked()).containsExactlyInAnyOrder("pin", "birth-date");
    }

    @Test
    void a_kind_of_violation_has_a_verdict_of_its_own_and_else_that_of_all() {
        Map<ContractKind, ArazzoConfiguration.ContractVerdict> verdicts = with(
                        "arazzo.contract.response", "warn",
                        "arazzo.contract.response.content-type", "off",
                        "arazzo.contract.response.null", "FAIL")
                .responseContract();

        assertThat(verdicts)
                .containsEntry(ContractKind.CONTENT_TYPE, ArazzoConfiguration.ContractVerdict.OFF)
                .containsEntry(ContractKind.NULL, ArazzoConfiguration.ContractVerdict.FAIL)
                .containsEntry(ContractKind.BODY, ArazzoConfiguration.ContractVerdict.WARN);
    }

    @Test
    void a_kind_of_violation_that_does_not_exist_is_rejected_with_those_that_do() {
        assertThat(with("arazzo.contract.response.bodies", "warn").problems())
                .singleElement()
                .asString()
                .contains("arazzo.contract.response.bodies", "arazzo.contract.response.content-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            getPet                | getPet  |             | true
            getPet                | getPets |             | false
            get*                  | getPets | /a          | true
            GET /pets/*           | other   | /a          | true
            getPet#/name          | getPet  | /name       | true
            getPet#/name          | getPet  | /name/first | false
            getPet#/name          | getPet  |             | false
            getPet#/items/*/price | getPet  | /items/12/price | true
            getPet#/items/*/price | getPet  | /items/1/2/price | false
            *#/**/price           | getPet  | /price      | true
            *#/**/price           | getPet  | /a/b/price  | true
            *#/a/**               | getPet  | /a/b/c      | true
            *#/a/x-*              | getPet  | /a/x-b      | true
            a.c#/a.c              | abc     | /abc        | false
            """)
    void a_place_is_ignored_by_operation_and_pointer(String entry, String operation, String pointer, boolean covered) {
        assertThat(with("arazzo.contract.ignore", "zzz#/z," + entry).ignoredContract())
                .hasSize(2)
                .last()
                .satisfies(place -> assertThat(
                                place.covers(Optional.of(operation), "GET /pets/{petId}", Optional.ofNullable(pointer)))
                        .isEqualTo(covered));
    }

    @ParameterizedTest
    @CsvSource({"#/name", "getPet#name"})
    void a_place_without_operation_or_pointer_is_rejected(String entry) {
        assertThat(with("arazzo.contract.ignore", entry).problems())
                .singleElement()
                .asString()
                .contains("arazzo.contract.ignore", "operationId and JSON pointer");
    }

    @ParameterizedTest
    @CsvSource({"10 s, 10000", "10s, 10000", "100 ms, 100", "10 m, 600000", "2 H, 7200000", "PT1M30S, 90000"})
    void durations_have_units(String text, long millis) {
        assertThat(with("arazzo.limits.duration", text).maxDuration()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "1 B, 1", "2 kB, 2000", "10 MiB, 10485760", "1 MB, 1000000", "1GB, 1000000000"})
    void sizes_have_units(String text, int bytes) {
        assertThat(with("arazzo.limits.document-size", text).maxDocumentSize()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "arazzo.target, production, 'one of ''stub'', ''live'''",
        "arazzo.success.default, 200, 'one of ''2xx'', ''documented'', ''any'''",
        "arazzo.http.transport, okhttp, 'one of ''auto'', ''rest-assured'', ''jdk'''",
        "arazzo.stubs.generate, yes, '''true'' or ''false'''",
        "arazzo.limits.steps, 0, a positive whole number",
        "arazzo.limits.steps, 99999999999, a positive whole number",
        "arazzo.limits.depth, -1, a positive whole number",
        "arazzo.limits.duration, 10, a number with ms",
        "arazzo.limits.duration, 0 s, longer than nothing",
        "arazzo.limits.duration, PT-1S, a number with ms",
        "arazzo.limits.document-size, 3 GiB, at most 2147483647 bytes",
        "arazzo.limits.document-size, 0, a positive number with B",
        "arazzo.filter.workflow, (, a regular expression",
        "arazzo.execution.order.random.seed, x, a whole number",
        "arazzo.server.shop, localhost:8080, an absolute http or https URL",
        "arazzo.server.shop, ftp://host/, an absolute http or https URL",
        "arazzo.container.shop.colour, red, '.image, .port, .wait or .env.<name>'",
        "arazzo.inputs.a.b, '${env:MISSING}', unlike MISSING",
    })
    void a_value_that_is_not_valid_is_named_with_its_key_and_what_is_valid(String key, String value, String valid) {
        assertThat(with(key, value).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("The configuration parameter '" + key)
                        .contains(valid));
    }

    @Test
    void a_container_needs_an_image() {
        assertThat(with("arazzo.container.shop.port", "80").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("'arazzo.container.shop.image'"));
    }

    @Test
    void an_empty_value_counts_as_absent() {
        ArazzoConfiguration configuration = with("arazzo.target", " ", "arazzo.filter.workflow", "");

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.target()).isEqualTo(ArazzoConfiguration.Target.STUB);
    }

    @Test
    void sources_have_servers_locations_and_containers() {
        ArazzoConfiguration configuration = with(
                "arazzo.server.shop", "http://localhost:8080/base",
                "arazzo.source.shop", "classpath:shop.yaml",
                "arazzo.container.stock.image", "stock:1",
                "arazzo.container.stock.port", "80",
                "arazzo.container.stock.wait", "/health",
                "arazzo.container.stock.env.LEVEL.x", "debug",
                "arazzo.container.bare.image", "bare:1");

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.unknownKeys()).isEmpty();
        assertThat(configuration.servers())
                .containsExactly(Map.entry("shop", URI.create("http://localhost:8080/base")));
        assertThat(configuration.sources()).containsExactly(Map.entry("shop", "classpath:shop.yaml"));
        assertThat(configuration.containers())
                .containsOnly(
                        Map.entry(
                                "stock",
                                new Container(
                                        "stock:1",
                                        Optional.of(80),
                                        Map.of("LEVEL.x", "debug"),
                                        Optional.of("/health"))),
                        Map.entry("bare", new Container("bare:1", Optional.empty(), Map.of(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                     | 7",
                "null                  | null",
                "'\"7\"'               | '\"7\"'",
                "'${env:COUNT}'        | 7",
                "'Bearer ${env:TOKEN}' | Bearer s3cr3t",
            })
    void an_input_is_a_text_whose_type_the_schema_tells(String text, String value) {
        assertThat(with("arazzo.inputs.w.x", text).inputs("w")).containsEntry("x", value);
    }

    @Test
    void the_inputs_of_a_workflow_override_those_of_all() {
        ArazzoConfiguration configuration = with(
                "arazzo.inputs.region", "eu",
                "arazzo.inputs.size", "1",
                "arazzo.inputs.order.size", "2",
                "arazzo.inputs.order.a.b", "3",
                "arazzo.inputs.orders.size", "4");

        assertThat(configuration.inputs("order"))
                .extractingFromEntries(Map.Entry::getKey, Map.Entry::getValue)
                .containsExactlyInAnyOrder(tuple("region", "eu"), tuple("size", "2"), tuple("a.b", "3"));
        assertThat(configuration.inputs("other").values()).containsExactlyInAnyOrder("eu", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "arazzo.tagret, Did you mean 'arazzo.target'?",
        "arazzo.limit.steps, Did you mean 'arazzo.limits.steps'?",
        "arazzo.input.order.sku, Did you mean 'arazzo.inputs.order.sku'?",
        "arazzo.servers.shop, Did you mean 'arazzo.server.shop'?",
    })
    void an_unknown_key_is_named_with_the_nearest_one(String key, String hint) {
        assertThat(with(key, "x").unknownKeys())
                .singleElement()
                .satisfies(
                        message -> assertThat(message).contains("'" + key + "'").endsWith(hint));
    }

    @Test
    void keys_of_others_are_none_of_our_business() {
        assertThat(with("junit.jupiter.execution.parallel.enabled", "true", "arazzojunit.x", "y")
                        .unknownKeys())
                .isEmpty();
    }

    @Test
    void every_documented_key_is_known() {
        assertThat(Arrays.stream(Constants.class.getFields())
                        .filter(field -> field.getName().endsWith("_PROPERTY_NAME")
                                || field.getName().endsWith("_PREFIX"))
                        .map(ArazzoConfigurationTest::value))
                .hasSize(KnownKeys.KEYS.size() + KnownKeys.PREFIXES.size())
                .allMatch(key -> KnownKeys.KEYS.contains(key) || KnownKeys.PREFIXES.contains(key));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
