package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Selector;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells Selector Objects from other objects and reads them (SEL-01, SEL-03, SEL-08, AMB-27). Stateless; whether the
 * context is a runtime expression is for the caller to find out.
 */
public final class SelectorReader {

    private static final Set<String> FIELDS = Set.of("context", "selector", "type");

    private SelectorReader() {}

    /**
     * The Selector Object that this value is: exactly {@code context}, {@code selector} and a valid {@code type}, extensions
     * aside. Empty for everything else, which is then a literal, and for one with an unusable context. In a 1.0
     * document only an output can be one; elsewhere such an object is a literal, whatever this says.
     */
    public static Optional<Selector> read(LocatedNode value) {
        return hasShape(value) ? readOutput(value) : Optional.empty();
    }

    /** The selector that an output is, empty when it lacks a field: no literal may stand there, so all else is at fault. */
    public static Optional<Selector> readOutput(LocatedNode value) {
        return read(value, new Reading("1.1.0"));
    }

    /** As {@link #read(LocatedNode)}, with findings about what is unusual in it. */
    static Optional<Selector> read(LocatedNode value, Reading reading) {
        return Fields.of(value, ObjectKind.SELECTOR, reading).flatMap(fields -> {
            var context = fields.requiredName("context");
            var selector = fields.requiredText("selector");
            var type = new ExpressionTypeReader(reading)
                    .required(fields, "type", ExpressionTypeReader.QUERIES, ExpressionTypeReader.QUERIES);
            return context.isPresent() && selector.isPresent() && type.isPresent()
                    ? Optional.of(new Selector(context.get(), selector.get(), type.get(), value))
                    : Optional.empty();
        });
    }

    /** Warns where a value, or something in it, is nearly a Selector Object; only 1.1 has them. */
    static void warnOfNearMisses(LocatedNode value, Reading reading) {
        if (reading.isVersion10()) {
            return;
        }
        Predicate<String> present = field -> value.member(field).isPresent();
        if (hasShape(value)) {
            read(value, reading);
            return;
        }
        if (FIELDS.stream().filter(present).count() >= 2) {
            reading.report(
                    ReaderRule.SELECTOR_NEAR_MISS,
                    value,
                    "This object resembles a Selector Object, but is none, and is used as it stands.",
                    "For a selector write exactly 'context' (an expression), 'selector' and 'type' (jsonpath, xpath or"
                            + " jsonpointer).");
        }
        value.members().values().forEach(member -> warnOfNearMisses(member, reading));
        value.items().forEach(item -> warnOfNearMisses(item, reading));
    }

    private static boolean hasShape(LocatedNode value) {
        Set<String> names = value.members().keySet().stream()
                .filter(name -> !name.startsWith("x-"))
                .collect(Collectors.toSet());
        return names.equals(FIELDS) && hasType(value);
    }

    /** By the name of its language; whether it has the version is for {@link #read(LocatedNode, Reading)} to say. */
    private static boolean hasType(LocatedNode value) {
        Optional<LocatedNode> type = value.member("type");
        return type.filter(LocatedNode::isObject)
                .flatMap(object -> object.member("type"))
                .or(() -> type)
                .filter(LocatedNode::isText)
                .filter(name -> ExpressionTypeReader.QUERIES.stream()
                        .anyMatch(language -> language.fieldValue().equals(name.text())))
                .isPresent();
    }
}
