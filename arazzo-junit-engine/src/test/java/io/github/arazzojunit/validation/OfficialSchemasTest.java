package io.github.arazzojunit.validation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.DocumentReader.DocumentReading;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.SourceLibrary;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Our verdict in strict mode against that of the official JSON Schemas, on documents as people really write them. */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class OfficialSchemasTest {

    private static final String EXPRESSION = "the schema takes every string; the grammar of expressions does not";
    private static final String NAME = "the schema does not follow references";

    /** Rules that no schema can check, with the reason. */
    private static final Map<String, String> BEYOND_THE_SCHEMA = Map.ofEntries(
            entry("access-without-pointer", EXPRESSION),
            entry("dollar-in-name", EXPRESSION),
            entry("dotted-access", EXPRESSION),
            entry("expression-in-string", EXPRESSION),
            entry("expression-without-braces", EXPRESSION),
            entry("headers-plural", EXPRESSION),
            entry("index-in-pointer", EXPRESSION),
            entry("invalid-output-expression", EXPRESSION),
            entry("step-without-outputs", EXPRESSION),
            entry("condition-syntax", "the schema takes every string as condition"),
            entry("double-quoted-string", "the schema takes every string as condition"),
            entry("jsonpath-comparison", "the schema takes every string as condition"),
            entry("operation-path-spelling", "section 17, row 22"),
            entry("unknown-operation", "section 17, row 22"),
            entry("exchange-of-called-workflow", "AMB-17: the schema knows no scopes"),
            entry("forward-reference", "the schema knows no order"),
            entry("undeclared-output", NAME),
            entry("unknown-source", NAME),
            entry("unknown-step", NAME),
            entry("unknown-workflow", NAME),
            entry("output-name-format", "section 17, row 5"),
            entry("duplicate-parameter", "section 17, row 7"),
            entry("duplicate-step-id", "section 17, row 6"),
            entry("workflow-id-format", "WF-03: a recommendation of the text"),
            entry("step-id-format", "STP-02: a recommendation of the text"));

    /** Places where the schema forbids what the text allows: pattern of the pointer and of the keyword, reason. */
    private static final Map<String, String> BEYOND_THE_TEXT =
            Map.of(".*/replacements/\\d+/value (type|oneOf|anyOf)", "section 17, row 4");

    @Test
    void every_difference_has_an_explanation() throws IOException {
        Schema v10 = schema("1.0");
        Schema v11 = schema("1.1");
        List<String> unexplained = new ArrayList<>();
        int both = 0;
        for (LocatedNode root : PublicDocuments.corpus()) {
            boolean is10 = root.member("arazzo").orElseThrow().text().startsWith("1.0.");
            List<Error> errors = (is10 ? v10 : v11).validate(root.value());
            Set<String> rules = strictErrors(root);
            boolean explained;
            if (errors.isEmpty() && !rules.isEmpty()) {
                explained = BEYOND_THE_SCHEMA.keySet().containsAll(rules);
            } else if (!errors.isEmpty() && rules.isEmpty()) {
                explained = errors.stream().allMatch(OfficialSchemasTest::isBeyondTheText);
            } else {
                explained = true;
                both++;
            }
            if (!explained) {
                unexplained.add(PublicDocuments.name(root.uri()) + " " + rules + " " + errors);
            }
        }

        assertThat(unexplained).isEmpty();
        assertThat(both).isPositive();
    }

    private static boolean isBeyondTheText(Error error) {
        String place = error.getInstanceLocation() + " " + error.getKeyword();
        return BEYOND_THE_TEXT.keySet().stream().anyMatch(place::matches);
    }

    private static Set<String> strictErrors(LocatedNode root) {
        DocumentReading reading = DocumentReader.read(root);
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.document().ifPresent(document -> {
            findings.addAll(DocumentValidator.validate(document));
            LinkedDocument linked = withoutSources().link(document, findings);
            document.workflows().stream()
                    .flatMap(workflow -> DocumentValidator.validate(linked, workflow).stream())
                    .filter(finding -> finding.rule().equals(ValidationRule.INVALID_INPUTS_SCHEMA.id()))
                    .forEach(findings::add);
        });
        return Strictness.strict(findings).stream()
                .filter(Finding::isError)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SourceLibrary withoutSources() {
        return new SourceLibrary(
                uri -> {
                    throw new FileNotFoundException("sources are not part of this comparison.");
                },
                Map.of(),
                ReadLimits.DEFAULT);
    }

    private static Schema schema(String version) throws IOException {
        return SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(Files.readString(PublicDocuments.path("spec/schemas/" + version + "/schema.json")));
    }
}
