package io.github.arazzojunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of requirements and decisions, and everything that names one of them. */
class RequirementsTest {

    private static final Path LIST = Path.of("../docs/spec/requirements.md");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([a-z]+-[0-9]+)\"></a>(?:\\*\\*)?([A-Z]+-[0-9]+)");

    @Test
    void every_requirement_has_an_anchor_of_its_own() throws IOException {
        List<MatchResult> anchors =
                ANCHOR.matcher(Files.readString(LIST)).results().toList();

        assertThat(anchors).hasSizeGreaterThan(500);
        assertThat(anchors.stream().map(anchor -> anchor.group(1))).doesNotHaveDuplicates();
        assertThat(anchors)
                .allSatisfy(anchor ->
                        assertThat(anchor.group(1)).isEqualTo(anchor.group(2).toLowerCase(Locale.ROOT)));
    }

    @Test
    void whatever_names_a_requirement_names_one_of_the_list() throws IOException {
        Set<String> listed = ANCHOR.matcher(Files.readString(LIST))
                .results()
                .map(anchor -> anchor.group(2))
                .collect(Collectors.toSet());
        String kinds = listed.stream()
                .map(id -> id.substring(0, id.indexOf('-')))
                .distinct()
                .collect(Collectors.joining("|"));
        // In names of methods an underscore stands for the hyphen.
        Pattern id = Pattern.compile("\\b(" + kinds + ")[-_]([0-9]{2})(?![0-9])");
        TreeMap<String, Set<Path>> unknown = new TreeMap<>();
        for (Path file : named()) {
            id.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1) + "-" + found.group(2))
                    .filter(found -> !listed.contains(found))
                    .forEach(found -> unknown.computeIfAbsent(found, key -> new TreeSet<>())
                            .add(file));
        }

        assertThat(unknown).isEmpty();
    }

    private static List<Path> named() {
        return Stream.of(
                        "src/main/java",
                        "src/test/java",
                        "src/test/resources/conformance",
                        "../docs",
                        "../sample-tests/src")
                .flatMap(folder -> files(Path.of(folder)))
                .filter(file -> file.toString().matches(".*\\.(java|yaml|md)"))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
