package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads lists of Action and Reusable Objects (ACT-11, WF-32, WF-34, CMP-10, AMB-12). */
final class ActionLists {

    private final Reading reading;
    private final ActionReader actions;
    private final ReusableObjects<Action> references;

    ActionLists(Reading reading, ActionReader actions, Components<Action> components) {
        this.reading = reading;
        this.actions = actions;
        this.references = new ReusableObjects<>(reading, components);
    }

    List<Action> list(Fields owner, String field) {
        List<Action> list = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (LocatedNode node : owner.distinctItems(field)) {
            Optional<Action> action = ReusableObjects.isReference(node)
                    ? Fields.of(node, ObjectKind.REUSABLE_OBJECT, reading).flatMap(this::resolve)
                    : actions.read(node);
            action.ifPresent(list::add);
            action.filter(named -> !names.add(named.name()))
                    .ifPresent(named -> reading.report(
                            ReaderRule.DUPLICATE_ACTION_NAME,
                            node,
                            "Two actions in '" + field + "' of the " + owner.owner() + " have the name '" + named.name()
                                    + "'; both are taken, in their order.",
                            "Rename one of them."));
        }
        return list;
    }

    private Optional<Action> resolve(Fields reusable) {
        reusable.ignore("only a parameter can be given another value", "value");
        return references.resolve(reusable).map(action -> at(action, reusable.node()));
    }

    private static Action at(Action action, LocatedNode source) {
        if (action instanceof Action.End end) {
            return new Action.End(end.name(), end.criteria(), source);
        }
        if (action instanceof Action.Goto transfer) {
            return new Action.Goto(
                    transfer.name(), transfer.target(), transfer.parameters(), transfer.criteria(), source);
        }
        Action.Retry retry = (Action.Retry) action;
        return new Action.Retry(
                retry.name(),
                retry.reference(),
                retry.parameters(),
                retry.retryAfter(),
                retry.retryLimit(),
                retry.criteria(),
                source);
    }
}
