package io.github.arazzojunit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileParametersTest {

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

    private static Optional<String> value(Map<String, String> given, Map<String, String> general) {
        return new ProfileParameters(new Given(given), general, Map.of("arazzo.target", "live", "other", "x"))
                .get("arazzo.target");
    }

    @Test
    void a_profile_wins_over_the_general_file_and_over_nothing() {
        assertThat(value(Map.of(), Map.of())).contains("live");
        assertThat(value(Map.of("arazzo.target", "stub"), Map.of("arazzo.target", "stub")))
                .contains("live");
    }

    @Test
    void what_is_given_to_the_run_wins_over_the_profile() {
        assertThat(value(Map.of("arazzo.target", "stub"), Map.of())).contains("stub");
        assertThat(value(Map.of("arazzo.target", "stub"), Map.of("arazzo.target", "other")))
                .contains("stub");
    }

    @Test
    void a_profile_has_no_say_about_keys_of_others() {
        assertThat(new ProfileParameters(new Given(Map.of()), Map.of(), Map.of("other", "x")).get("other"))
                .isEmpty();
    }
}
