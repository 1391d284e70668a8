package io.github.arazzojunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README says about configuration is what the code reads. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @Test
    void its_table_has_every_key_and_no_other() throws IOException {
        Set<String> documented = new TreeSet<>(table().keySet());

        assertThat(documented).containsExactlyElementsOf(keys());
    }

    @Test
    void its_table_has_the_defaults() throws IOException {
        Map<String, String> table = table();

        assertThat(table.get(Constants.STUBS_PROPERTY_NAME)).isEqualTo("`" + Constants.STUBS_DEFAULT + "`");
        assertThat(table.get(Constants.REPORT_PROPERTY_NAME)).isEqualTo("`" + Constants.REPORT_DEFAULT + "`");
        assertThat(Constants.MASK_DEFAULT)
                .startsWith(table.get(Constants.MASK_PROPERTY_NAME).replaceAll("`|, \\.\\.\\.", ""));
    }

    @Test
    void other_pages_name_no_other_key() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "gradle.md"));
        Set<String> named = Pattern.compile("(?:-D|[`\"])(arazzo\\.[a-z.-]*[a-z])")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        named.remove("arazzo.summary");

        assertThat(named)
                .hasSizeGreaterThan(4)
                .allMatch(key -> keys().stream().anyMatch(known -> key.equals(known) || key.startsWith(known + ".")));
    }

    /** Prefixes of keys without what the user chooses. */
    private static Set<String> keys() {
        return Arrays.stream(Constants.class.getFields())
                .filter(field -> field.getName().contains("_PROPERTY_")
                        || field.getName().endsWith("CONFIG_PREFIX"))
                .map(ReadmeTest::value)
                .map(key -> key.replaceAll("\\.$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The default of each key, cells with several keys taken apart, variable parts left out. */
    private static Map<String, String> table() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        for (String line : Files.readAllLines(README)) {
            if (!line.startsWith("| `arazzo.")) {
                continue;
            }
            List<String> cells =
                    Arrays.stream(line.split("(?<!\\\\)\\|")).map(String::strip).toList();
            String previous = "";
            Matcher key = Pattern.compile("`([^`]+)`").matcher(cells.get(1));
            while (key.find()) {
                String name = key.group(1).startsWith(".")
                        ? previous.substring(0, previous.lastIndexOf('.')) + key.group(1)
                        : key.group(1);
                previous = name;
                defaults.put(name.replaceAll("\\.(<.*|\\*)$", ""), cells.get(2));
            }
        }
        return defaults;
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
