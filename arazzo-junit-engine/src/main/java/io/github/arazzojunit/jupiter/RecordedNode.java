package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A node of the tree that the engine would have reported: a workflow, a visit of a step, or a step that was not reached.
 * Used by the thread of the run.
 */
final class RecordedNode {

    static final String SEPARATOR = " › ";

    private final String name;
    private final String prefix;
    private final Workflow workflow;
    private final Optional<Step> step;
    private final List<RecordedNode> children = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private Map<String, Object> outputs = Map.of();
    private Optional<Throwable> thrown = Optional.empty();
    private boolean reached = true;

    private RecordedNode(String name, String prefix, Workflow workflow, Optional<Step> step) {
        this.name = name;
        this.prefix = prefix;
        this.workflow = workflow;
        this.step = step;
    }

    /**
     * A workflow that was asked for.
     *
     * @param prefix what the names of its steps begin with
     */
    static RecordedNode root(Workflow workflow, String prefix) {
        return new RecordedNode(prefix, prefix, workflow, Optional.empty());
    }

    /** A visit of a step below this node; its name begins with the workflow, because Surefire keeps leaf names only. */
    RecordedNode add(Workflow stepsWorkflow, Step child) {
        String numbered = numbered(prefix + SEPARATOR + child.stepId());
        return add(new RecordedNode(numbered, numbered, stepsWorkflow, Optional.of(child)));
    }

    /** A workflow that control is handed over to below this node. */
    RecordedNode addTransfer(Workflow to) {
        String numbered = numbered("goto " + to.workflowId());
        return add(new RecordedNode(numbered, prefix + SEPARATOR + numbered, to, Optional.empty()));
    }

    private RecordedNode add(RecordedNode child) {
        children.add(child);
        return child;
    }

    private String numbered(String childName) {
        int number = numbers.merge(childName, 1, Integer::sum);
        return number == 1 ? childName : childName + " (" + number + ")";
    }

    void notReached(String reason) {
        reached = false;
        thrown = Optional.of(new TestAbortedException(reason));
        thrown.get().setStackTrace(new StackTraceElement[0]);
    }

    void thrown(Optional<Throwable> throwable) {
        thrown = throwable;
    }

    void exchanged(Exchange exchange) {
        exchanges.add(exchange);
    }

    void outputs(Map<String, Object> values) {
        outputs = values;
    }

    String name() {
        return name;
    }

    /** The name as that of a test, which has to say where it is. */
    String testName() {
        return prefix;
    }

    Workflow workflow() {
        return workflow;
    }

    Optional<Step> step() {
        return step;
    }

    Position position() {
        return step.map(Step::position).orElseGet(workflow::position);
    }

    List<RecordedNode> children() {
        return children;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    Map<String, Object> outputs() {
        return outputs;
    }

    /** What the node throws, a {@link TestAbortedException} where it is aborted or skipped. */
    Optional<Throwable> thrown() {
        return thrown;
    }

    boolean wasReached() {
        return reached;
    }

    /** What fails below this node and at it, in this order. */
    Stream<Throwable> failures() {
        return Stream.concat(
                children.stream().flatMap(RecordedNode::failures),
                thrown.stream().filter(throwable -> !(throwable instanceof TestAbortedException)));
    }

    /** This node and all below it, the caller before what it calls. */
    Stream<RecordedNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(RecordedNode::all));
    }
}
