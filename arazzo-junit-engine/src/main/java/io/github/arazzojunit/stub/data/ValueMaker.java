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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes one value that satisfies all given schemas; a new one for each body, as it keeps count. */
final class ValueMaker {

    private static final int ATTEMPTS = 5;

    /** Texts of one pattern that another one is to match as well. */
    private static final int PATTERN_ATTEMPTS = 100;

    private static final int MAX_VALUES = 20_000;
    private static final int MAX_DEAD_ENDS = 1_000;
    private static final int ROOMY_VALUES = 3_000;
    private static final int ROOMY_DEPTH = 12;

    private final SchemaResolver resolver;
    private final SchemaValidator validator;
    private final Direction direction;
    private final LocatedNode root;
    private final boolean onlyDeclared;
    private final ObjectMaker objects = new ObjectMaker(this);
    private final ArrayMaker arrays = new ArrayMaker(this);
    private boolean declared = true;
    private int values;
    private int deadEnds;

    /**
     * @param root what the value is made for, to name in a message where no schema is there to name
     * @param onlyDeclared whether members that are only allowed may not be supplied
     */
    ValueMaker(
            SchemaResolver resolver,
            SchemaValidator validator,
            Direction direction,
            LocatedNode root,
            boolean onlyDeclared) {
        this.onlyDeclared = onlyDeclared;
        this.root = root;
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
        if (schemas.isEmpty() && place.wishes().isEmpty()) {
            return place.base().orElseGet(() -> TextNode.valueOf(FormatSamples.word(place.random())));
        }
        if (++values > MAX_VALUES) {
            throw new UnsatisfiableException(first(schemas), "it takes more than " + MAX_VALUES + " values");
        }
        Choice choice = new Choice(schemas);
        Constraints constraints = ConstraintReader.read(resolver, choice);
        // A wish names a place, so what is made for it ends there, recursive or not.
        if (place.wishes().isEmpty() && !Collections.disjoint(constraints.entries(), place.underWay())) {
            throw new UnsatisfiableException(schemas.get(0), "it contains itself without end");
        }
        return decide(choice, constraints, schemas, place.inside(constraints.entries()));
    }

    /** What the schemas show or list, the first that is valid; another one for another attempt. */
    private Optional<JsonNode> proposal(Constraints constraints, List<LocatedNode> schemas, Place place) {
        List<JsonNode> valid = proposals(constraints, place).stream()
                .filter(proposal -> place.wishes().areMetBy(proposal))
                .distinct()
                .filter(proposal -> isValid(schemas, proposal))
                .toList();
        if (valid.isEmpty() || (place.attempt() >= valid.size() && !constraints.isEnumerated())) {
            return Optional.empty();
        }
        return Optional.of(valid.get(place.attempt() % valid.size()).deepCopy());
    }

    private static List<JsonNode> proposals(Constraints constraints, Place place) {
        List<JsonNode> proposals = new ArrayList<>(place.base().stream().toList());
        proposals.addAll(place.wishes().candidates());
        proposals.addAll(constraints.proposals());
        return proposals;
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
                new UnsatisfiableException(first(wanted), "no branch of " + union.key() + " yields a value");
        for (Branch branch : union.branches()) {
            try {
                Choice next = choice.with(union, branch);
                Constraints narrowed = ConstraintReader.read(resolver, next);
                return decide(next, narrowed, wanted, place);
            } catch (UnsatisfiableException e) {
                // Many unions have a product of branches that nobody can try, nor read as a list of reasons.
                if (++deadEnds > MAX_DEAD_ENDS) {
                    throw new UnsatisfiableException(
                            first(wanted), "more than " + MAX_DEAD_ENDS + " choices of branches yield no value");
                }
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private JsonNode build(Choice choice, Constraints constraints, List<LocatedNode> wanted, Place place)
            throws UnsatisfiableException {
        boolean contested = constraints.texts().isContested();
        boolean checked =
                contested || constraints.isConditional() || !choice.decided().isEmpty();
        LocatedNode schema = first(wanted);
        boolean wished = !place.wishes().isEmpty();
        boolean searched = constraints.texts().hasPatterns()
                && !place.wishes().here().isEmpty()
                && !place.wishes().isExact();
        int attempts = searched ? PATTERN_ATTEMPTS : checked || wished ? ATTEMPTS : 1;
        for (int attempt = 0; attempt < attempts; attempt++) {
            Place here = attempt == 0 ? place : place.retry(place.attempt() + attempt);
            // The second try leaves out what need not be there: less to collide with what is forbidden.
            JsonNode value = built(constraints, schema, here, attempt == 1);
            if ((!wished || place.wishes().areMetBy(value)) && (!checked || isValid(wanted, value))) {
                return value;
            }
        }
        if (contested && !wished || searched) {
            throw new UnsatisfiableException(
                    schema,
                    "no text can be made for " + place.member() + " that fits "
                            + constraints.texts().description()
                            + (searched ? " and " + place.wishes().text() : ""),
                    true);
        }
        throw place.wishes().here().isEmpty()
                ? new UnsatisfiableException(schema, "no value was found that its conditions allow")
                : notFound(schema, place);
    }

    private static UnsatisfiableException notFound(LocatedNode schema, Place place) {
        return new UnsatisfiableException(
                schema, "no value was found that " + place.wishes().text());
    }

    /** What has to be one known value is not valid, however hard it is to make another one. */
    private JsonNode built(Constraints constraints, LocatedNode schema, Place place, boolean sparse)
            throws UnsatisfiableException {
        try {
            return build(constraints, schema, place, sparse);
        } catch (UnsatisfiableException e) {
            throw e.isOfGenerator() && place.wishes().isExact() ? notFound(schema, place) : e;
        }
    }

    private JsonNode build(Constraints constraints, LocatedNode schema, Place place, boolean sparse)
            throws UnsatisfiableException {
        if (constraints.isEnumerated()) {
            throw new UnsatisfiableException(schema, unfit(constraints, place));
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (type(constraints, schema, place)) {
            case OBJECT -> objects.make(constraints, schema, based(constraints, place), sparse || isCrowded(place));
            case ARRAY -> arrays.make(constraints, schema, based(constraints, place));
            case STRING -> json.textNode(constraints.texts().make(schema, place.member(), place.random()));
            case NUMBER -> constraints.numbers().make(schema, false, place.random());
            case INTEGER -> constraints.numbers().make(schema, true, place.random());
            case BOOLEAN -> json.booleanNode((place.random().nextInt(2) + place.attempt()) % 2 == 0);
            case NULL -> json.nullNode();
        };
    }

    private static String unfit(Constraints constraints, Place place) {
        if (constraints.enumeratesOtherTypes()) {
            return "none of its enumerated values " + constraints.enumeratedValues() + " is of its own type, "
                    + constraints.declaredTypes();
        }
        String wished = place.wishes().text();
        return wished.isEmpty()
                ? "none of its enumerated values is valid"
                : "none of its enumerated values " + constraints.enumeratedValues() + " " + wished;
    }

    /** The type that has members or items where some are wished. */
    private static ValueType type(Constraints constraints, LocatedNode schema, Place place)
            throws UnsatisfiableException {
        Set<String> tokens = place.wishes().tokens();
        if (!tokens.isEmpty()) {
            boolean items = tokens.stream().allMatch(token -> Wishes.isIndex(token) || token.equals(Wishes.ANY));
            if (items && constraints.allows(ValueType.ARRAY)) {
                return ValueType.ARRAY;
            }
            if (!constraints.allows(ValueType.OBJECT)) {
                throw new UnsatisfiableException(
                        schema,
                        "it is of type " + constraints.typeNames() + ", which has no member '"
                                + tokens.iterator().next() + "'");
            }
            return ValueType.OBJECT;
        }
        if (place.wishes().size().isPresent() && constraints.allows(ValueType.ARRAY)) {
            return ValueType.ARRAY;
        }
        return constraints
                .type()
                .orElseThrow(() -> new UnsatisfiableException(
                        schema, "its types exclude each other: " + constraints.declaredTypes()));
    }

    /** What the schemas show serves as a base, so that a wish changes no more than it has to. */
    private static Place based(Constraints constraints, Place place) {
        return place.base().isPresent() || place.wishes().isEmpty()
                ? place
                : place.from(constraints.proposals().stream()
                        .filter(JsonNode::isContainerNode)
                        .findFirst());
    }

    private LocatedNode first(List<LocatedNode> schemas) {
        return schemas.isEmpty() ? root : schemas.get(0);
    }

    /** Notes a member that no schema declares. */
    void supply(String pointer, LocatedNode schema) throws UnsatisfiableException {
        if (onlyDeclared) {
            throw new UnsatisfiableException(schema, "it does not declare " + pointer);
        }
        declared = false;
    }

    /** Whether the schemas declare all members, or only allow some. */
    boolean isDeclared() {
        return declared;
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
