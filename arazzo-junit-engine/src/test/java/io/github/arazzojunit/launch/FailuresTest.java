package io.github.arazzojunit.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.runner.Masker;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private final Masker masker = Masker.of(List.of("token"));

    @Test
    void SEC_11_what_broke_a_run_tells_no_secret_and_keeps_its_place() {
        masker.hide("s3cret-value");
        RuntimeException reason =
                new IllegalArgumentException("bad s3cret-value", new IllegalStateException("s3cret-value"));

        Throwable shown = Failures.broken(reason, masker);

        assertThat(shown)
                .hasMessage("java.lang.IllegalArgumentException: bad ***")
                .hasNoCause();
        assertThat(shown.getStackTrace()).isEqualTo(reason.getStackTrace());
    }

    @Test
    void SEC_11_a_cause_that_would_tell_a_secret_is_left_out() {
        masker.hide("s3cret-value");

        Throwable shown =
                Failures.broken(new IllegalArgumentException("bad", new IllegalStateException("s3cret-value")), masker);

        assertThat(shown).hasMessage("java.lang.IllegalArgumentException: bad").hasNoCause();
    }

    @Test
    void what_broke_a_run_stays_as_it_is_where_it_tells_nothing() {
        RuntimeException reason = new IllegalArgumentException("bad");

        assertThat(Failures.broken(reason, masker)).isSameAs(reason);
    }

    @Test
    void a_class_that_the_user_misses_is_no_library_of_the_engine_and_stays_as_it_is() {
        Error reason = new NoClassDefFoundError("org/example/Helper");
        reason.setStackTrace(new StackTraceElement[0]);

        assertThat(Failures.broken(reason, masker)).isSameAs(reason);
        assertThat(Failures.named(reason)).isSameAs(reason);
    }

    @Test
    void a_library_that_does_not_fit_is_named_and_the_error_is_the_cause() {
        Error reason = new NoSuchMethodError("'void org.yaml.snakeyaml.LoaderOptions.setNewThing(int)'");

        assertThat(Failures.broken(reason, masker))
                .hasMessageStartingWith("The class path has snakeyaml-")
                .hasCause(reason);
    }
}
