package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.it.TestReport.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The module that the README shows, built from the files that stand there. */
class ReadmeModuleIT {

    private static final Path README = Path.of("..", "README.md");
    private static final Path MODULE = Path.of("target", "it", "readme").toAbsolutePath();
    private static final Pattern FILE =
            Pattern.compile("\\*\\*`([^`]+)`\\*\\*[^\n]*\n\n```\\w+\n(.*?)```\n", Pattern.DOTALL);

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    @Test
    void copied_as_it_is_it_runs_its_steps() throws IOException {
        PackagedEngine.delete(MODULE);
        Matcher files = FILE.matcher(Files.readString(README));
        while (files.find()) {
            Path file = MODULE.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, file.endsWith("pom.xml") ? ofThisBuild(files.group(2)) : files.group(2));
        }

        Build build = Build.run(MODULE, ENGINE.localRepository(), new Properties(), List.of("test"))
                .succeeds();

        Suite suite = build.surefire().only();
        assertThat(suite.lines())
                .containsExactly(
                        "org.example.WorkflowsTest: send-parcel › send",
                        "org.example.WorkflowsTest: send-parcel › find");
        assertThat(suite.counts()).isEqualTo("2 tests, 0 failures, 0 errors, 0 skipped");
    }

    /** The version that only the repository of these tests has, and where that is. */
    private static String ofThisBuild(String pom) {
        assertThat(pom).contains("<version>0.1.0-SNAPSHOT</version>");
        return pom.replace("0.1.0-SNAPSHOT", PackagedEngine.VERSION)
                .replace(
                        "</project>",
                        "<repositories><repository><id>it</id><url>" + ENGINE.url()
                                + "</url></repository></repositories></project>");
    }
}
