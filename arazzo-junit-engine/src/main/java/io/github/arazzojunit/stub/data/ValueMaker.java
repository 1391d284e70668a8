package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.contract.SchemaValidator;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.stub.data.Choice.Branch;
import io.github.arazzojunit.stub.data.Choice.Union;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes one value that satisfies all given schemas; a new one for each body, as it keeps count. */
final class ValueMaker {

    private static final int ATTEMPTS = 5;
    private static final int MAX_VALUES = 20_000;
    private static final int ROOMY_VALUES = 3_000;
    private static final int ROOMY_DEPTH = 12;

    private final SchemaResolver resolver;
    private final SchemaValidator validator;
    private final Direction direction;
    private final ObjectMaker objects = new ObjectMaker(this);
    private final ArrayMaker arrays = new ArrayMaker(this);
    private int values;

    ValueMaker(SchemaResolver resolver, SchemaValidator validator, Direction direction) {
        this.resolver = resolver;
        this.validator = validator;
        this.direction = direction;
    }

    /** @param all schemas; below the root those that lead nowhere are left out, as they allow everything */
    JsonNode make(List<LocatedNode> all, Place place) throws UnsatisfiableException {
        List<LocatedNode> schemas = place.depth() == 0
                ? all
                : all.stream()
                        .filter(schema -> resolver.dereference(schema).isPresent())
                        .toList();
        if (schemas.isEmpty()) {
            return TextNode.valueOf(FormatSamples.word(place.random()));
        }
        if (++values > MAX_VALUES) {
            throw new UnsatisfiableException(schemas.get(0), "it takes more than " + MAX_VALUES + " values");
        }
        Choice choice = new Choice(schemas);
        Constraints constraints = ConstraintReader.read(resolver, choice);
        if (!Collections.disjoint(constraints.entries(), place.underWay())) {
            throw new UnsatisfiableException(schemas.get(0), "it contains itself without end");
        }
        return decide(choice, constraints, schemas, place.inside(constraints.entries()));
    }

    /** What the schemas show or list, the first that is valid; another one for another attempt. */
    private Optional<JsonNode> proposal(Constraints constraints, List<LocatedNode> schemas, Place place) {
        List<JsonNode> valid = constraints.proposals().stream()
                .filter(proposal -> isValid(schemas, proposal))
                .distinct()
                .toList();
        if (valid.isEmpty() || (place.attempt() >= valid.size() && !constraints.isEnumerated())) {
            return Optional.empty();
        }
        return Optional.of(valid.get(place.attempt() % valid.size()).deepCopy());
    }

    private JsonNode decide(Choice choice, Constraints constraints, List<LocatedNode> wanted, Place place)
            throws UnsatisfiableException {
        Optional<JsonNode> proposal = proposal(constraints, choice.schemas(), place);
        if (proposal.isPresent()) {
            return proposal.get();
        }
        if (constraints.unions().isEmpty()) {
            return build(choice, constraints, wanted, place);
        }
        Union union = constraints.unions().get(0);
        UnsatisfiableException failure =
                new UnsatisfiableException(wanted.get(0), "no branch of " + union.key() + " yields a value");
        for (Branch branch : union.branches()) {
            try {
                Choice next = choice.with(union, branch);
                Constraints narrowed = ConstraintReader.read(resolver, next);
                return decide(next, narrowed, wanted, place);
            } catch (UnsatisfiableException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private JsonNode build(Choice choice, Constraints constraints, List<LocatedNode> wanted, Place place)
            throws UnsatisfiableException {
        boolean checked = constraints.isConditional() || !choice.decided().isEmpty();
        LocatedNode schema = wanted.get(0);
        for (int attempt = 0; attempt < (checked ? ATTEMPTS : 1); attempt++) {
            Place here = attempt == 0 ? place : place.retry(place.attempt() + attempt);
            // The second try leaves out what need not be there: less to collide with what is forbidden.
            JsonNode value = build(constraints, schema, here, attempt == 1);
            if (!checked || isValid(wanted, value)) {
                return value;
            }
        }
        throw new UnsatisfiableException(schema, "no value was found that its conditions allow");
    }

    private JsonNode build(Constraints constraints, LocatedNode schema, Place place, boolean sparse)
            throws UnsatisfiableException {
        if (constraints.isEnumerated()) {
            throw new UnsatisfiableException(schema, "none of its enumerated values is valid");
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        ValueType type = constraints
                .type()
                .orElseThrow(() -> new UnsatisfiableException(schema, "its types exclude each other"));
        return switch (type) {
            case OBJECT -> objects.make(constraints, schema, place, sparse || isCrowded(place));
            case ARRAY -> arrays.make(constraints, schema, place);
            case STRING -> json.textNode(constraints.texts().make(schema, place.random()));
            case NUMBER -> constraints.numbers().make(schema, false, place.random());
            case INTEGER -> constraints.numbers().make(schema, true, place.random());
            case BOOLEAN -> json.booleanNode((place.random().nextInt(2) + place.attempt()) % 2 == 0);
            case NULL -> json.nullNode();
        };
    }

    private boolean isCrowded(Place place) {
        return place.depth() > ROOMY_DEPTH || values > ROOMY_VALUES;
    }

    boolean isValid(List<LocatedNode> schemas, JsonNode value) {
        return schemas.stream()
                .flatMap(schema -> validator.validate(schema, value, direction).stream())
                .allMatch(Violation::brokenSchema);
    }

    /** Whether a member with these schemas does not travel in this direction. */
    boolean isHidden(List<LocatedNode> schemas) {
        return schemas.stream().anyMatch(schema -> validator.isHidden(schema, direction));
    }
}
