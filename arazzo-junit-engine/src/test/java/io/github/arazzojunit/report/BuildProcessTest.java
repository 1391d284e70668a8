package io.github.arazzojunit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildProcessTest {

    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

    @Test
    void a_process_that_no_build_tool_started_is_its_own_build() {
        assertThat(BuildProcess.of(ProcessHandle.current(), key -> null).pid())
                .isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void forks_of_Surefire_belong_to_the_build_that_started_them() {
        Map<String, String> surefire = Map.of(
                "surefire.test.class.path",
                "x.jar",
                "sun.java.command",
                "/tmp/surefire/surefirebooter-1.jar /tmp 2026");

        assertThat(BuildProcess.of(ProcessHandle.current(), surefire::get).pid())
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void tests_inside_of_the_JVM_of_the_build_belong_to_it() {
        Map<String, String> inside = Map.of(
                "surefire.test.class.path", "x.jar", "sun.java.command", "org.codehaus.classworlds.Launcher verify");

        assertThat(BuildProcess.of(ProcessHandle.current(), inside::get).pid())
                .isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void a_number_that_is_given_again_is_another_process() {
        BuildProcess build = new BuildProcess(7, START);

        assertThat(build.isSame(BuildProcess.read(build.written()))).isTrue();
        assertThat(build.isSame(new BuildProcess(7, START.plusSeconds(2)))).isTrue();
        assertThat(build.isSame(new BuildProcess(7, START.plusSeconds(60)))).isFalse();
        assertThat(build.isSame(new BuildProcess(8, START))).isFalse();
    }
}
