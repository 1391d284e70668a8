package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.config.ArazzoConfiguration.Order;
import io.github.arazzojunit.document.WorkflowInputs.Row;
import io.github.arazzojunit.document.WorkflowOrder;
import io.github.arazzojunit.junit.descriptor.ArazzoEngineDescriptor;
import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import io.github.arazzojunit.model.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.platform.engine.TestDescriptor;

/**
 * Orders the nodes, which selectors may have made in any order: workflows as written or at random, but each after those
 * that it depends on; rows and steps as written.
 */
final class Ordering implements TestDescriptor.Visitor {

    private final Optional<Random> random;

    Ordering(ArazzoConfiguration configuration, long seed) {
        this.random = configuration.order() == Order.RANDOM ? Optional.of(random(seed)) : Optional.empty();
    }

    /** Neighbouring seeds give nearly the same first numbers in {@link Random}, but not in {@link SplittableRandom}. */
    private static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    @Override
    public void visit(TestDescriptor descriptor) {
        if (descriptor instanceof ArazzoEngineDescriptor || descriptor instanceof ClassDescriptor) {
            descriptor.orderChildren(this::shuffled);
        } else if (descriptor instanceof DocumentDescriptor document) {
            List<String> order = WorkflowOrder.prerequisitesFirst(
                    shuffled(document.document().workflows()));
            sortBySegment(document, order);
        } else if (descriptor instanceof WorkflowDescriptor workflow && workflow.hasRows()) {
            sortBySegment(workflow, workflow.rows().stream().map(Row::name).toList());
        } else if (descriptor instanceof WorkflowRunDescriptor run) {
            sortBySegment(run, run.workflow().steps().stream().map(Step::stepId).toList());
        }
    }

    private <T> List<T> shuffled(List<T> items) {
        List<T> order = new ArrayList<>(items);
        random.ifPresent(source -> Collections.shuffle(order, source));
        return order;
    }

    private static void sortBySegment(TestDescriptor parent, List<String> order) {
        parent.orderChildren(children -> {
            List<TestDescriptor> sorted = new ArrayList<>(children);
            sorted.sort(Comparator.comparingInt(
                    child -> order.indexOf(child.getUniqueId().getLastSegment().getValue())));
            return sorted;
        });
    }
}
