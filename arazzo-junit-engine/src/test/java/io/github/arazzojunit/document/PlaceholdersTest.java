package io.github.arazzojunit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    private final Placeholders placeholders = new Placeholders();

    private String fill(String text) {
        return placeholders.fill(text, false).text();
    }

    @Test
    void in_one_run_a_placeholder_always_means_the_same_value_and_in_another_run_a_new_one() {
        String uuid = fill("${uuid}");

        assertThat(UUID.fromString(uuid)).hasToString(uuid);
        assertThat(fill("a-${uuid}-${uuid}")).isEqualTo("a-" + uuid + "-" + uuid);
        assertThat(new Placeholders().fill("${uuid}", false).text()).isNotEqualTo(uuid);
    }

    @ParameterizedTest
    @CsvSource({"now+90s, 90", "now-2m, -120", "now+3h, 10800", "now+1d, 86400", "now-2w, -1209600"})
    void times_are_instants_that_differ_by_what_is_added(String later, long seconds) {
        Instant now = Instant.parse(fill("${now}"));

        assertThat(Duration.between(now, Instant.parse(fill("${" + later + "}"))))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void where_a_date_is_wanted_a_time_is_a_date() {
        assertThat(placeholders.fill("${now+1d}", true).text())
                .isEqualTo(fill("${now+1d}").substring(0, 10));
    }

    @Test
    void a_sequence_counts_the_runs_that_ask_for_it() {
        long first = Long.parseLong(fill("${seq}"));

        assertThat(fill("${seq}")).isEqualTo(String.valueOf(first));
        assertThat(Long.parseLong(new Placeholders().fill("${seq}", false).text()))
                .isGreaterThan(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64})
    void random_texts_have_their_length_and_are_never_numbers(int length) {
        assertThat(fill("${random:" + length + "}")).hasSize(length).matches("[a-z][a-z2-9]*");
    }

    @Test
    void a_variable_of_the_environment_is_not_generated() {
        assertThat(placeholders.fill("${env:PATH}", false))
                .isEqualTo(new Placeholders.Filled(System.getenv("PATH"), false));
        assertThat(placeholders.fill("${env:PATH}${uuid}", false).generated()).isFalse();
        assertThat(placeholders.fill("a${uuid}", false).generated()).isTrue();
    }

    @Test
    void a_doubled_dollar_sign_stands_for_itself() {
        assertThat(fill("$${uuid} costs $5 and {random}")).isEqualTo("${uuid} costs $5 and {random}");
        assertThat(placeholders.fill("$${uuid}", false).generated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain $5", "{uuid}", "$uuid", "$${anything}", "${uuid} ${now} ${now-5w} ${seq} ${random:64}"
            })
    void what_can_be_filled_is_no_problem(String text) {
        assertThat(Placeholders.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ${uid} b        | The placeholder '${uid}' is unknown.",
                "${now+1y}         | The placeholder '${now+1y}' is unknown.",
                "${random}         | The placeholder '${random}' is unknown.",
                "${random:65}      | The placeholder '${random:65}' is unknown.",
                "${}               | The placeholder '${}' is unknown.",
                "${uuid            | The placeholder '${uuid' has no closing brace.",
                "${env:NOT_SET_9X} | The environment variable 'NOT_SET_9X' is not set.",
            })
    void what_cannot_be_filled_is_said(String text, String problem) {
        assertThat(Placeholders.problem(text)).contains(problem);
    }
}
