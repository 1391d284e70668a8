package io.github.arazzojunit.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.expression.ExpressionSyntaxException;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import io.github.arazzojunit.expression.ScopeOf;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.Finding.Severity;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What people really write: conditions and outputs of the public documents. */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class PublicDocumentsTest {

    /** Unknown roots, strings without quotes, a single equals sign: nothing that could be meant otherwise. */
    private static final String WITHOUT_ANY_READING = "\\$body\\..*|.* == [A-Za-z]+|.* = .*";

    private static List<Step> steps = List.of();

    @BeforeAll
    static void readDocuments() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("shared.documents"), "corpus"))) {
            steps = files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .flatMap(PublicDocumentsTest::document)
                    .flatMap(document -> document.workflows().stream())
                    .flatMap(workflow -> workflow.steps().stream())
                    .toList();
        }
    }

    @Test
    void section_0_1_every_condition_with_a_sensible_reading_has_one() {
        List<String> refused = criteria()
                .filter(criterion -> ConditionChecker.check(criterion).stream()
                        .anyMatch(problem -> problem.severity() == Severity.ERROR))
                .map(Criterion::condition)
                .filter(condition -> !condition.matches(WITHOUT_ANY_READING))
                .toList();

        assertThat(criteria().count()).isGreaterThan(1000);
        assertThat(refused).isEmpty();
    }

    @Test
    void every_condition_can_be_judged_when_nothing_is_known() {
        CriterionEvaluator evaluator = new CriterionEvaluator(CriterionEvaluator.DEFAULT_TIME_LIMIT);

        assertThat(criteria())
                .allSatisfy(criterion -> assertThat(evaluator
                                .evaluate(criterion, ScopeOf.state("{}"))
                                .criterion())
                        .isEqualTo(criterion));
    }

    @Test
    void section_0_1_every_output_but_constants_is_an_expression() {
        List<String> refused = steps.stream()
                .flatMap(step -> step.outputs().values().stream())
                .filter(LocatedNode::isText)
                .map(LocatedNode::text)
                .filter(text -> text.startsWith("$") && !isExpression(text))
                .toList();

        assertThat(refused).isEmpty();
    }

    private static Stream<Criterion> criteria() {
        return steps.stream()
                .flatMap(step -> Stream.concat(
                        step.successCriteria().stream(),
                        Stream.concat(step.onSuccess().stream(), step.onFailure().stream())
                                .flatMap(action -> action.criteria().stream())));
    }

    private static Stream<ArazzoDocument> document(Path file) {
        try {
            return DocumentReader.read(file.toUri(), Files.readAllBytes(file), ReadLimits.DEFAULT).document().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isExpression(String text) {
        try {
            RuntimeExpressionParser.parse(text);
            return true;
        } catch (ExpressionSyntaxException e) {
            return false;
        }
    }
}
