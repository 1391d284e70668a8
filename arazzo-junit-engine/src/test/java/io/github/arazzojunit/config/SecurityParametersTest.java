package io.github.arazzojunit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.config.SecurityKey.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityParametersTest {

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
        return DefaultArazzoConfiguration.read(new Given(values), Map.of("SECRET", "s3cret", "PASS", "changeit"));
    }

    private static String store(String name) throws Exception {
        return Path.of(SecurityParametersTest.class.getResource("/tls/" + name).toURI())
                .toString();
    }

    @Test
    void credentials_are_read_by_source_scheme_and_field() {
        ArazzoConfiguration configuration = with(
                "arazzo.security.orders.basic.Auth.username", "Ann",
                "arazzo.security.orders.basic.Auth.password", "a${env:SECRET}z",
                "arazzo.security.orders.oauth.client-id", " app ",
                "arazzo.security.orders.oauth.token-url", "");

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.unknownKeys()).isEmpty();
        assertThat(configuration.security())
                .containsOnly(
                        Map.entry(new SecurityKey("orders", "basic.Auth", Field.USERNAME), "Ann"),
                        Map.entry(new SecurityKey("orders", "basic.Auth", Field.PASSWORD), "as3cretz"),
                        Map.entry(new SecurityKey("orders", "oauth", Field.CLIENT_ID), "app"));
    }

    @ParameterizedTest
    @CsvSource({
        "arazzo.security.orders.basic.pasword",
        "arazzo.security.orders.password",
        "arazzo.security.orders..password"
    })
    void a_key_that_is_none_is_a_problem_that_does_not_show_the_value(String key) {
        assertThat(with(key, "hunter2").problems())
                .singleElement()
                .asString()
                .contains(key, ".username, .password, .token, .value, .client-id, .client-secret, .scope, .token-url")
                .doesNotContain("hunter2");
    }

    @Test
    void a_variable_that_is_not_set_is_a_problem() {
        assertThat(with("arazzo.security.orders.basic.password", "hunter2${env:NOBODY}")
                        .problems())
                .singleElement()
                .asString()
                .contains("arazzo.security.orders.basic.password", "unlike NOBODY")
                .doesNotContain("hunter2");
    }

    @Test
    void key_store_and_trust_store_make_secure_connections() throws Exception {
        ArazzoConfiguration configuration = with(
                "arazzo.tls.key-store",
                store("client.p12"),
                "arazzo.tls.key-store-password",
                "${env:PASS}",
                "arazzo.tls.trust-store",
                store("trust-server.p12"),
                "arazzo.tls.trust-store-password",
                "changeit");

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.unknownKeys()).isEmpty();
        assertThat(configuration.tls()).get().matches(Tls::proves);
    }

    @Test
    void a_trust_store_alone_proves_nothing() throws Exception {
        assertThat(with(
                                "arazzo.tls.trust-store",
                                store("trust-server.p12"),
                                "arazzo.tls.trust-store-password",
                                "changeit")
                        .tls())
                .get()
                .matches(tls -> !tls.proves());
        assertThat(with().tls()).isEmpty();
    }

    @Test
    void a_store_that_does_not_exist_is_a_problem_of_its_key() {
        assertThat(with("arazzo.tls.key-store", "nowhere.p12", "arazzo.tls.key-store-password", "x")
                        .problems())
                .containsExactly(
                        "The configuration parameter 'arazzo.tls.key-store' has the value 'nowhere.p12', which is"
                                + " not valid. Valid: an existing file, relative to the working directory.");
    }

    @Test
    void a_wrong_password_is_a_problem_of_its_key_that_does_not_show_it() throws Exception {
        assertThat(with("arazzo.tls.key-store", store("client.p12"), "arazzo.tls.key-store-password", "hunter2")
                        .problems())
                .singleElement()
                .asString()
                .contains("'arazzo.tls.key-store-password'", "the password that opens", "client.p12")
                .doesNotContain("hunter2");
    }

    @Test
    void a_missing_password_is_a_problem_of_its_key() throws Exception {
        assertThat(with("arazzo.tls.trust-store", store("trust-server.p12")).problems())
                .singleElement()
                .asString()
                .contains("'arazzo.tls.trust-store-password'", "the password of");
    }

    @Test
    void a_file_that_is_no_store_is_a_problem_of_its_key() throws Exception {
        String other = Path.of(SecurityParametersTest.class
                        .getResource("/contract/shop-3.0.yaml")
                        .toURI())
                .toString();

        assertThat(with("arazzo.tls.key-store", other, "arazzo.tls.key-store-password", "x")
                        .problems())
                .singleElement()
                .asString()
                .contains("'arazzo.tls.key-store'", "PKCS12");
    }
}
