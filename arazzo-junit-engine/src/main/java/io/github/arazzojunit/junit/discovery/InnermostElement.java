package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.ParsedDocument;
import io.github.arazzojunit.document.WorkflowInputs.Row;
import io.github.arazzojunit.junit.discovery.ElementSelector.DocumentSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.StepSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.WorkflowSelector;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.DiscoverySelector;

/**
 * Finds the step or workflow that stands at a place of a document: the one that contains the value which begins last
 * before that place.
 */
final class InnermostElement {

    private static final Pattern POINTER = Pattern.compile("/workflows/([0-9]+)(/steps/[0-9]+)?(?:/.*)?");

    private final DocumentSelector selector;
    private final ParsedDocument parsed;

    InnermostElement(DocumentSelector selector, ParsedDocument parsed) {
        this.selector = selector;
        this.parsed = parsed;
    }

    /** Empty when the place is outside of all workflows. A step has a node in every run of its workflow. */
    Set<DiscoverySelector> at(int line, OptionalInt column) {
        Position place = new Position(parsed.file().uri(), line, column.orElse(Integer.MAX_VALUE));
        LocatedNode root = parsed.document().orElseThrow().source();
        Matcher matcher = POINTER.matcher(latest(root, root, place).pointer());
        return matcher.matches() ? elements(matcher) : Set.of();
    }

    private static LocatedNode latest(LocatedNode best, LocatedNode candidate, Position place) {
        LocatedNode latest = best;
        if (isAtOrBefore(candidate.position(), place) && !isAtOrBefore(candidate.position(), best.position())) {
            latest = candidate;
        }
        for (LocatedNode child : candidate.members().values()) {
            latest = latest(latest, child, place);
        }
        for (LocatedNode child : candidate.items()) {
            latest = latest(latest, child, place);
        }
        return latest;
    }

    private static boolean isAtOrBefore(Position position, Position other) {
        return position.line() < other.line() || position.line() == other.line() && position.column() <= other.column();
    }

    private Set<DiscoverySelector> elements(Matcher pointer) {
        Workflow workflow = parsed.workflowAt(Integer.parseInt(pointer.group(1)));
        WorkflowSelector whole = new WorkflowSelector(selector, workflow.workflowId());
        Optional<Step> step = Optional.ofNullable(pointer.group(2))
                .flatMap(steps -> workflow.steps().stream()
                        .filter(candidate -> candidate.source().pointer().endsWith(steps))
                        .findFirst());
        return step.isPresent() ? inEveryRun(whole, workflow, step.get()) : Set.of(whole);
    }

    private Set<DiscoverySelector> inEveryRun(WorkflowSelector whole, Workflow workflow, Step step) {
        List<Row> rows = parsed.inputsOf(workflow).rows();
        if (rows.isEmpty()) {
            return Set.of(new StepSelector(whole, Optional.empty(), step.stepId()));
        }
        Set<DiscoverySelector> steps = new LinkedHashSet<>();
        rows.forEach(row -> steps.add(new StepSelector(whole, Optional.of(row.name()), step.stepId())));
        return steps;
    }
}
