package io.github.arazzojunit.stub.made;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.contract.SchemaValidator;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.PublicDescriptionsTest;
import io.github.arazzojunit.stub.data.IndependentValidator;
import io.github.arazzojunit.stub.data.Made;
import io.github.arazzojunit.stub.data.SchemaData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A body for every operation and every media type of descriptions, judged by a library that the product does not know. */
class PublicBodiesTest {

    private static final Path SAMPLES = Path.of("..", "sample-tests", "src", "test", "resources");

    private final Set<String> known = new HashSet<>();
    private int made;
    private final List<String> impossible = new ArrayList<>();
    private final List<String> invalid = new ArrayList<>();

    @Test
    void every_body_of_the_samples_is_valid() throws IOException {
        check(PublicDescriptionsTest.descriptions(SAMPLES));

        assertThat(invalid).isEmpty();
        assertThat(impossible).isEmpty();
        assertThat(made).isGreaterThan(30);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "shared.documents",
            matches = ".+",
            disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
    void every_public_body_is_valid_where_its_schema_can_be_satisfied(TestReporter reporter) throws IOException {
        check(PublicDescriptionsTest.descriptions());

        Path report = Files.createDirectories(Path.of("target", "corpus")).resolve("bodies.txt");
        Files.write(report, impossible);
        reporter.publishEntry(
                "bodies", made + " made, " + invalid.size() + " invalid, " + impossible.size() + " impossible");
        assertThat(invalid).isEmpty();
        assertThat(made).isGreaterThan(1_000);
        assertThat(impossible.size()).isLessThan(made / 50);
    }

    private void check(List<ApiDescription> descriptions) {
        for (ApiDescription description : descriptions) {
            for (Direction direction : Direction.values()) {
                SchemaData data = SchemaData.of(description, SchemaValidator.of(description), direction, 0);
                IndependentValidator judge = new IndependentValidator(description, direction);
                for (Operation operation : description.operations()) {
                    content(operation, direction)
                            .forEach(content -> check(
                                    description, description.uri() + " " + operation, direction, content, data, judge));
                }
            }
        }
    }

    private static Stream<MediaTypeDescription> content(Operation operation, Direction direction) {
        return direction == Direction.REQUEST
                ? operation.requestBody().stream().flatMap(body -> body.content().stream())
                : operation.responses().stream().flatMap(response -> response.content().stream());
    }

    private void check(
            ApiDescription description,
            String name,
            Direction direction,
            MediaTypeDescription content,
            SchemaData data,
            IndependentValidator judge) {
        Optional<LocatedNode> schema =
                content.schema().flatMap(found -> description.dereference(found).node());
        if (schema.isEmpty()
                || !known.add(direction + schema.get().uri().toString() + "#"
                        + schema.get().pointer() + content.examples())) {
            return;
        }
        Made body = data.make(content.schema().get(), content.examples());
        if (body.value().isEmpty()) {
            impossible.add(name + ": " + body.problems());
            return;
        }
        made++;
        List<String> violations =
                judge.validate(content.schema().get(), body.value().get());
        // The descriptions' own examples write relative references for 'uri', which is worth a warning here.
        if (violations.stream().noneMatch(violation -> violation.contains("is a relative URI"))) {
            violations.forEach(violation -> invalid.add(name + " " + direction + ": " + violation));
        }
    }
}
