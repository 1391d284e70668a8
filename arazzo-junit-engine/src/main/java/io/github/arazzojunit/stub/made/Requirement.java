package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.criterion.ConditionDemands;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.expression.SelectorObject;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import java.util.List;
import java.util.Optional;

/** Something that has to be true after a response. */
sealed interface Requirement {

    boolean isMet(Scope after, Judge judge);

    /**
     * What it asks of the response.
     *
     * @param after the scope after a response that does not yet do
     */
    Demands demands(Scope after);

    /** The places of the body that it reads, from its root. */
    default List<List<String>> bodyPlaces(Scope after) {
        return demands(after).ways().stream()
                .flatMap(List::stream)
                .map(Demand::place)
                .distinct()
                .filter(place -> place.get(0).equals(ResponsePlace.BODY))
                .map(place -> place.subList(1, place.size()))
                .toList();
    }

    /** Whether it is met in one of several places, as queries are, so that not all of them need to be there. */
    default boolean hasAlternativeReadings() {
        return false;
    }

    /** Whether it takes the body for XML. */
    boolean readsXml();

    /** For messages. */
    String text();

    /** The text without its kind where that is plain to see. */
    default String subject() {
        return text();
    }

    Position position();

    /**
     * A criterion that has to hold.
     *
     * @param negated the other way round: it must not hold
     */
    record Holds(Criterion criterion, boolean negated) implements Requirement {

        @Override
        public boolean isMet(Scope after, Judge judge) {
            return judge.holds(criterion, after) != negated;
        }

        @Override
        public Demands demands(Scope after) {
            if (criterion.type().language() == Language.SIMPLE) {
                return new SimpleDemands(after).of(criterion.condition(), negated);
            }
            Optional<ResponsePlace> context = criterion.context().flatMap(ResponsePlace::of);
            if (context.isEmpty() || context.get().length()) {
                return Demands.NOTHING;
            }
            Template condition = Template.parse(criterion.condition());
            Optional<String> text = condition.isConstant()
                    ? Optional.of(criterion.condition())
                    : condition.evaluate(after) instanceof Evaluation.Value value
                            ? Optional.of(value.json().asText())
                            : Optional.empty();
            return text.map(rendered -> ConditionDemands.of(rendered, criterion.type(), negated)
                            .under(context.get().tokens()))
                    .orElse(Demands.NOTHING);
        }

        @Override
        public boolean hasAlternativeReadings() {
            return criterion.type().language() != Language.SIMPLE;
        }

        @Override
        public boolean readsXml() {
            return criterion.type().language() == Language.XPATH;
        }

        @Override
        public String text() {
            return "the criterion '" + subject() + "'" + (negated ? " as false" : "");
        }

        @Override
        public String subject() {
            return criterion.context().map(read -> read + " : ").orElse("") + criterion.condition();
        }

        @Override
        public Position position() {
            return criterion.position();
        }
    }

    /**
     * A place inside of an output that is read elsewhere.
     *
     * @param inside names and indexes from the value of the output
     * @param position where it is read
     */
    record Contains(String name, LocatedNode output, List<String> inside, Position position) implements Requirement {

        @Override
        public boolean isMet(Scope after, Judge judge) {
            return demands(after) == Demands.NOTHING || judge.finds(output.value(), inside, after);
        }

        @Override
        public Demands demands(Scope after) {
            return Optional.of(output)
                    .filter(LocatedNode::isText)
                    .flatMap(text -> ResponsePlace.of(text.text()))
                    .map(place -> Demands.of(Demand.present(inside).under(place.tokens())))
                    .orElse(Demands.NOTHING);
        }

        @Override
        public boolean readsXml() {
            return false;
        }

        @Override
        public String text() {
            return "the use of '" + String.join("/", inside) + "' in the output '" + name + "' of line "
                    + output.position().line();
        }
    }

    /**
     * A criterion of a later step that reads outputs of this one.
     *
     * @param ofResponse the same about the response that the outputs are taken from
     */
    record Later(Criterion criterion, Holds ofResponse) implements Requirement {

        @Override
        public boolean isMet(Scope after, Judge judge) {
            return ofResponse.isMet(after, judge);
        }

        @Override
        public Demands demands(Scope after) {
            return ofResponse.demands(after);
        }

        @Override
        public boolean readsXml() {
            return ofResponse.readsXml();
        }

        @Override
        public String text() {
            return new Holds(criterion, false).text();
        }

        @Override
        public Position position() {
            return criterion.position();
        }
    }

    /** An output of the step that has to find a value in the response. */
    record Finds(String name, LocatedNode output) implements Requirement {

        @Override
        public boolean isMet(Scope after, Judge judge) {
            return demands(after) == Demands.NOTHING || judge.finds(output.value(), after);
        }

        @Override
        public Demands demands(Scope after) {
            if (output.isText()) {
                return ResponsePlace.of(output.text())
                        .map(place -> Demands.of(Demand.present(place.tokens())))
                        .orElse(Demands.NOTHING);
            }
            Optional<SelectorObject> selector = SelectorObject.ofOutput(output.value());
            Optional<ResponsePlace> context =
                    selector.flatMap(object -> ResponsePlace.of(object.context().expression()));
            return context.map(place -> ConditionDemands.of(
                                    selector.get().selector(), selector.get().type(), false)
                            .and(Demands.of(Demand.present(List.of())))
                            .under(place.tokens()))
                    .orElse(Demands.NOTHING);
        }

        @Override
        public boolean readsXml() {
            return SelectorObject.ofOutput(output.value())
                    .filter(selector -> selector.type().language() == Language.XPATH)
                    .isPresent();
        }

        @Override
        public String text() {
            return "the output '" + name + "' (" + output.text() + ")";
        }

        @Override
        public Position position() {
            return output.position();
        }
    }
}
