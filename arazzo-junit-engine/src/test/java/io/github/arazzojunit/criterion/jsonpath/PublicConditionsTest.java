package io.github.arazzojunit.criterion.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class PublicConditionsTest {

    @Test
    @DisplayName("CRT-50: every jsonpath condition of the public documents is a query or a lenient condition")
    void everyPublicConditionIsRead() throws IOException {
        Set<String> conditions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("shared.documents"), "corpus"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                collectFrom(file, conditions);
            }
        }

        assertThat(conditions)
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        condition -> assertThat(isRead(condition)).as(condition).isTrue());
    }

    private static void collectFrom(Path file, Set<String> conditions) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (!new String(content, StandardCharsets.UTF_8).contains("jsonpath")) {
            return;
        }
        try {
            collectFrom(
                    LocatedReader.read(file.toUri(), content, ReadLimits.DEFAULT)
                            .value(),
                    conditions);
        } catch (UnreadableException noDocument) {
            assertThat(noDocument.findings()).isNotEmpty();
        }
    }

    private static void collectFrom(JsonNode tree, Set<String> conditions) {
        if (tree.path("type").asText().equals("jsonpath")
                && tree.path("condition").isTextual()) {
            conditions.add(tree.path("condition").textValue());
        }
        tree.forEach(child -> collectFrom(child, conditions));
    }

    private static boolean isRead(String condition) {
        try {
            JsonPathQuery.parse(condition);
            return true;
        } catch (JsonPathSyntaxException noQuery) {
            return isReadLeniently(condition);
        }
    }

    private static boolean isReadLeniently(String condition) {
        try {
            JsonPathCondition.parse(condition);
            return true;
        } catch (JsonPathSyntaxException noCondition) {
            return false;
        }
    }
}
