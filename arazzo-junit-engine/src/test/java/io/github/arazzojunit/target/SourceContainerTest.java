package io.github.arazzojunit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.arazzojunit.runner.TargetException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceContainerTest {

    private static final URI URL = URI.create("http://localhost:4711");

    private final List<String> happened = new ArrayList<>();
    private final SourceContainer container = new SourceContainer(() -> {
        happened.add("start");
        return new Recorded();
    });

    private final class Recorded implements RunningContainer {

        @Override
        public URI baseUrl() {
            return URL;
        }

        @Override
        public String log() {
            return "all is well";
        }

        @Override
        public void close() {
            happened.add("stop");
        }
    }

    @Test
    void it_starts_when_it_is_asked_for_the_first_time_and_only_then() throws TargetException {
        assertThat(happened).isEmpty();
        assertThat(container.baseUrl()).isEqualTo(URL);
        assertThat(container.baseUrl()).isEqualTo(URL);
        container.close();

        assertThat(happened).containsExactly("start", "stop");
    }

    @Test
    void nobody_asked_so_nothing_starts_and_nothing_stops() {
        container.close();

        assertThat(happened).isEmpty();
        assertThat(container.takeLog()).isEmpty();
    }

    @Test
    void a_failed_start_is_not_repeated_for_the_next_step() {
        SourceContainer broken = new SourceContainer(() -> {
            happened.add("start");
            throw new TargetException("no engine");
        });

        for (int step = 0; step < 2; step++) {
            assertThatExceptionOfType(TargetException.class)
                    .isThrownBy(broken::baseUrl)
                    .withMessage("no engine");
        }
        assertThat(happened).containsExactly("start");
    }

    @Test
    void the_log_is_for_whoever_asks_first() throws TargetException {
        container.baseUrl();

        assertThat(container.takeLog()).contains("all is well");
        assertThat(container.takeLog()).isEmpty();
    }

    @Test
    void it_does_not_start_again_after_the_end_of_the_run() throws TargetException {
        container.baseUrl();
        container.close();

        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(container::baseUrl)
                .withMessageContaining("run is over");
        assertThat(happened).containsExactly("start", "stop");
    }

    @Test
    void an_object_that_is_no_container_is_left_to_others() {
        assertThat(SourceContainer.provided("shop", "Test.url", "http://localhost"))
                .isEmpty();
        assertThat(SourceContainer.provided("shop", "Test.url", null)).isEmpty();
    }
}
