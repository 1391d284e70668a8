package io.github.arazzojunit.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import io.github.arazzojunit.model.LocatedNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The schema that JSON Schemas of 2020-12 themselves have to meet (WF-10). What does not meet it may still be usable: a
 * keyword with a value of the wrong kind asserts nothing. Thread-safe.
 */
public final class MetaSchema {

    private final Schema schema;

    public MetaSchema() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        this.schema = SchemaRegistry.withDialect(
                        Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config))
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
    }

    /** What is wrong, in the order of the text, once per place; the position is that of the faulty value. */
    public List<Violation> violations(LocatedNode candidate) {
        Map<String, Violation> violations = new LinkedHashMap<>();
        for (Error error : schema.validate(candidate.value())) {
            String pointer = error.getInstanceLocation().toString();
            LocatedNode node = candidate.at(pointer).orElse(candidate);
            violations.putIfAbsent(
                    pointer, new Violation(pointer, node.position(), node.pointer(), error.getMessage(), "", true));
        }
        return List.copyOf(violations.values());
    }
}
