package io.github.arazzojunit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingRightsTest {

    private final ReadingRights rights =
            new ReadingRights(() -> List.of(Path.of("/module/target/test-classes"), Path.of("/module/target/classes")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            file:/module/target/test-classes/a/flow.yaml, file:/module/target/test-classes/a/api.yaml
            file:/module/target/test-classes/a/flow.yaml, file:/module/target/test-classes/b/api.yaml
            file:/module/target/test-classes/a/flow.yaml, file:/module/target/classes/api.yaml
            file:/module/target/test-classes/a/flow.yaml, https://example.com/api.yaml
            file:/module/target/test-classes/a/flow.yaml, classpath:api.yaml
            file:/elsewhere/flow.yaml,                    file:/other/api.yaml
            file:/elsewhere/flow.yaml,                    file:/module/target/classes/api.yaml
            https://example.com/flow.yaml,                https://example.com/api.yaml
            file:/module/target/test-classes/a/flow.yaml, http://localhost:8080/v3/api-docs
            http://localhost:8080/v3/api-docs,            http://127.0.0.1:8080/v3/schemas
            """)
    void SEC_06_a_text_may_use_what_is_beside_it_on_the_class_path_or_remote(URI user, URI used) {
        assertThat(rights.refusal(user, used)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            file:/module/target/test-classes/a/flow.yaml, file:/module/target/api.yaml
            file:/module/target/test-classes/a/flow.yaml, file:/etc/passwd
            file:/module/target/test-classes/a/flow.yaml, file:/module/target/test-classes/a/%2e%2e/%2e%2e/%2e%2e/x.yaml
            file:/module/target/test-classes/flow.yaml,   file:/module/target/test-classes-of-others/x.yaml
            """)
    void SEC_06_a_text_of_the_test_resources_may_not_use_what_is_outside_of_them(URI user, URI used) {
        assertThat(rights.refusal(user, used))
                .hasValueSatisfying(reason -> assertThat(reason).contains("outside of the test resources"));
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080/v3/api-docs", "http://127.0.0.1/admin"})
    void SEC_06_a_text_of_another_machine_may_not_use_servers_of_this_one(URI used) {
        assertThat(rights.refusal(URI.create("https://example.com/flow.yaml"), used))
                .hasValueSatisfying(reason -> assertThat(reason).contains("may not read from this machine"));
    }

    @ParameterizedTest
    @CsvSource({"file:/etc/passwd", "classpath:api.yaml", "jar:file:/lib/a.jar!/api.yaml"})
    void SEC_06_a_text_of_the_network_may_not_use_local_ones(URI used) {
        assertThat(rights.refusal(URI.create("https://example.com/flow.yaml"), used))
                .hasValueSatisfying(reason -> assertThat(reason).contains("came from the network"));
    }
}
