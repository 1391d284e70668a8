package io.github.arazzojunit.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> FIELDS = List.of("stepId", "successCriteria", "onSuccess", "onFailure");

    @ParameterizedTest
    @CsvSource({"StepID,stepId", "sucessCriteria,successCriteria", "onSuccesses,onSuccess", "onfailur,onFailure"})
    void finds_what_was_meant(String written, String meant) {
        assertThat(Nearest.to(written, FIELDS)).contains(meant);
        assertThat(Nearest.hint(written, FIELDS)).isEqualTo("Did you mean '" + meant + "'?");
    }

    @Test
    void lists_the_choice_where_nothing_is_similar() {
        assertThat(Nearest.to("type", FIELDS)).isEmpty();
        assertThat(Nearest.hint("type", FIELDS)).isEqualTo("Known: onFailure, onSuccess, stepId, successCriteria.");
        assertThat(Nearest.hint("type", List.of())).isEqualTo("There is none to choose from.");
    }

    @Test
    void takes_no_short_name_for_similar_to_everything() {
        assertThat(Nearest.to("x", List.of("in"))).isEmpty();
    }
}
