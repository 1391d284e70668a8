package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Selector;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.SelectorReader;
import io.github.arazzojunit.validation.Contents.CriterionUse;
import io.github.arazzojunit.validation.Contents.SelectorUse;
import io.github.arazzojunit.validation.Contents.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks through a workflow and gathers what can hold expressions, in the order of its model. */
final class ContentsReader {

    private final boolean selectorsAllowed;
    private final List<Text> texts = new ArrayList<>();
    private final List<Text> expressions = new ArrayList<>();
    private final List<SelectorUse> selectors = new ArrayList<>();
    private final List<CriterionUse> criteria = new ArrayList<>();

    private ContentsReader(boolean selectorsAllowed) {
        this.selectorsAllowed = selectorsAllowed;
    }

    static Contents read(ArazzoDocument document, Workflow workflow) {
        ContentsReader reader = new ContentsReader(!document.isVersion10());
        reader.parameters(workflow.parameters(), Place.PARAMETER, Optional.empty());
        reader.actions(workflow.successActions(), Optional.empty());
        reader.actions(workflow.failureActions(), Optional.empty());
        workflow.steps().forEach(reader::step);
        reader.outputs(workflow.outputs(), Place.WORKFLOW_OUTPUT, Optional.empty());
        return new Contents(reader.texts, reader.expressions, reader.selectors, reader.criteria);
    }

    private void step(Step step) {
        Optional<Step> owner = Optional.of(step);
        parameters(step.parameters(), Place.PARAMETER, owner);
        step.source()
                .member("correlationId")
                .ifPresent(id -> value(id, new Site(Place.CORRELATION_ID, owner, Spot.of(id))));
        step.requestBody().ifPresent(body -> {
            body.payload().ifPresent(payload -> value(payload, new Site(Place.BODY, owner, Spot.of(payload))));
            body.replacements()
                    .forEach(replacement ->
                            value(replacement.value(), new Site(Place.BODY, owner, Spot.of(replacement.value()))));
        });
        step.successCriteria().forEach(criterion -> criterion(criterion, Place.CRITERION, owner, criterion.source()));
        actions(step.onSuccess(), owner);
        actions(step.onFailure(), owner);
        outputs(step.outputs(), Place.STEP_OUTPUT, owner);
    }

    private void parameters(List<Parameter> parameters, Place place, Optional<Step> step) {
        parameters.forEach(parameter ->
                value(parameter.value(), new Site(place, step, new Spot(parameter.value(), parameter.source()))));
    }

    private void actions(List<Action> actions, Optional<Step> step) {
        for (Action action : actions) {
            action.criteria().forEach(criterion -> criterion(criterion, Place.ACTION_CRITERION, step, action.source()));
            Actions.parameters(action)
                    .forEach(parameter -> value(
                            parameter.value(),
                            new Site(Place.ACTION_PARAMETER, step, new Spot(parameter.value(), action.source()))));
        }
    }

    private void criterion(Criterion criterion, Place place, Optional<Step> step, LocatedNode user) {
        criteria.add(new CriterionUse(criterion, new Site(place, step, new Spot(criterion.source(), user))));
    }

    private void outputs(Map<String, LocatedNode> outputs, Place place, Optional<Step> step) {
        outputs.values().forEach(output -> {
            Site site = new Site(place, step, Spot.of(output));
            if (output.isText()) {
                expressions.add(new Text(output.text(), site));
            } else {
                SelectorReader.readOutput(output).ifPresent(selector -> selectors.add(new SelectorUse(selector, site)));
            }
        });
    }

    private void value(LocatedNode value, Site site) {
        if (value.isText()) {
            texts.add(new Text(value.text(), site.at(value)));
            return;
        }
        Optional<Selector> selector = selectorsAllowed ? SelectorReader.read(value) : Optional.empty();
        if (selector.isPresent()) {
            selectors.add(new SelectorUse(selector.get(), site.at(value)));
            return;
        }
        value.members().values().forEach(member -> value(member, site));
        value.items().forEach(item -> value(item, site));
    }
}
