package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.it.TestReport.Suite;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflows inside of Jupiter tests, as Surefire reports them. */
class FactoriesIT {

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    /** Surefire takes tests of one class and one name for one: a green one would make a red one a flaky one. */
    @ParameterizedTest(name = "Surefire {0}, JUnit {1}")
    @CsvSource({"3.5.6, 5.13.4", "3.6.1, 6.1.3"})
    void a_test_that_never_passes_is_red_after_reruns_beside_a_green_twin(String surefire, String junit) {
        Suite suite = UserModule.of(ENGINE, "jupiter", new Cell(surefire, junit))
                .run("test", "-Dsurefire.rerunFailingTestsCount=1")
                .fails()
                .surefire()
                .only();

        assertThat(suite.lines().stream().distinct())
                .containsExactlyInAnyOrder(
                        "org.example.ParcelsTest: noProvider › send-parcel › send [failure, rerunFailure]",
                        "org.example.ParcelsTest: noProvider › send-parcel › find [skipped]",
                        "org.example.ParcelsTest: provider › send-parcel › send",
                        "org.example.ParcelsTest: provider › send-parcel › find",
                        "org.example.ParcelsTest: both › send-parcel › send [failure, rerunFailure]",
                        "org.example.ParcelsTest: both › send-parcel › find [skipped]",
                        "org.example.ParcelsTest: both › send-parcel (2) › send",
                        "org.example.ParcelsTest: both › send-parcel (2) › find");
    }
}
