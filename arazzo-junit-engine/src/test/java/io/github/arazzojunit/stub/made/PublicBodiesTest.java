package io.github.arazzojunit.stub.made;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.contract.SchemaValidator;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.PublicDescriptionsTest;
import io.github.arazzojunit.openapi.ResponseDescription;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A body for every response schema of every public description, held against its schema. */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class PublicBodiesTest {

    private final Set<String> known = new HashSet<>();
    private int made;
    private final List<String> impossible = new ArrayList<>();
    private final List<String> invalid = new ArrayList<>();

    @Test
    void every_body_is_valid_where_its_schema_can_be_satisfied(TestReporter reporter) throws IOException {
        for (ApiDescription description : PublicDescriptionsTest.descriptions()) {
            // Two validators: what makes the bodies does not judge them.
            SchemaData data = SchemaData.of(description, SchemaValidator.of(description), Direction.RESPONSE, 0);
            SchemaValidator judge = SchemaValidator.of(description);
            for (Operation operation : description.operations()) {
                for (ResponseDescription response : operation.responses()) {
                    for (MediaTypeDescription content : response.content()) {
                        check(description, operation + " " + response.statusPattern(), content, data, judge);
                    }
                }
            }
        }
        Path report = Files.createDirectories(Path.of("target", "corpus")).resolve("bodies.txt");
        Files.write(report, impossible);
        reporter.publishEntry(
                "bodies", made + " made, " + invalid.size() + " invalid, " + impossible.size() + " impossible");
        assertThat(invalid).isEmpty();
        assertThat(made).isGreaterThan(1_000);
        assertThat(impossible.size()).isLessThan(made / 50);
    }

    private void check(
            ApiDescription description,
            String name,
            MediaTypeDescription content,
            SchemaData data,
            SchemaValidator judge) {
        Optional<LocatedNode> schema =
                content.schema().flatMap(found -> description.dereference(found).node());
        if (schema.isEmpty()
                || !known.add(schema.get().uri() + "#" + schema.get().pointer() + content.examples())) {
            return;
        }
        Made body = data.make(content.schema().get(), content.examples());
        if (body.value().isEmpty()) {
            impossible.add(description.uri() + " " + name + ": " + body.problems());
            return;
        }
        made++;
        JsonNode value = body.value().get();
        judge.validate(content.schema().get(), value, Direction.RESPONSE).stream()
                .filter(violation -> !violation.brokenSchema())
                .map(Violation::toString)
                .forEach(violation -> invalid.add(description.uri() + " " + name + ": " + violation));
    }
}
