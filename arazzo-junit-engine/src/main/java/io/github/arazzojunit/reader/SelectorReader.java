package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Selector;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells Selector Objects from other objects and reads them (SEL-01, SEL-03, SEL-08, AMB-27). Stateless; whether the
 * context is a runtime expression beyond its first character is for the caller to find out.
 */
public final class SelectorReader {

    private static final Set<String> FIELDS = Set.of("context", "selector", "type");

    private SelectorReader() {}

    /**
     * The Selector Object that this value is: exactly {@code context} (beginning with {@code $}), {@code selector} and a
     * valid {@code type}, extensions aside. Empty for everything else, which is then a literal. In a 1.0
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
        if (read(value).isPresent()) {
            read(value, reading);
        } else if (FIELDS.stream().filter(present).count() >= 2) {
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
        return names.equals(FIELDS)
                && value.member("context").filter(SelectorReader::isExpression).isPresent();
    }

    private static boolean isExpression(LocatedNode context) {
        return context.isText() && context.text().startsWith("$");
    }
}
