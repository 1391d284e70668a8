package io.github.arazzojunit.report;

import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the descriptions and of the workflows an execution used. Counts the descriptions of every document of
 * which a workflow ran, also those that no step calls. Thread-safe.
 */
final class Coverage implements RunListener {

    private final Map<URI, LinkedDocument> documents = new LinkedHashMap<>();
    private final Map<URI, DescriptionCoverage> descriptions = new LinkedHashMap<>();
    private final Map<Workflow, WorkflowCoverage> workflows = new IdentityHashMap<>();
    private final List<WorkflowCoverage> inOrder = new ArrayList<>();

    @Override
    public synchronized void onEvent(RunEvent event) {
        if (event instanceof RunEvent.WorkflowStarted started) {
            LinkedDocument document = started.invocation().document();
            documents.putIfAbsent(document.document().uri(), document);
            workflow(started.invocation().workflow());
        } else if (event instanceof RunEvent.Exchanged exchanged) {
            description(exchanged.operation().operation().description())
                    .of(exchanged.operation().operation())
                    .add(exchanged.request(), exchanged.exchange().response().status());
        } else if (event instanceof RunEvent.ActionTaken taken) {
            workflow(taken.invocation().workflow()).taken(taken.visit().step(), taken.action());
        }
    }

    private DescriptionCoverage description(ApiDescription description) {
        return descriptions.computeIfAbsent(description.uri(), uri -> new DescriptionCoverage(description));
    }

    private WorkflowCoverage workflow(Workflow workflow) {
        return workflows.computeIfAbsent(workflow, key -> {
            WorkflowCoverage coverage = new WorkflowCoverage(workflow);
            inOrder.add(coverage);
            return coverage;
        });
    }

    /** The descriptions that were used, then those that the same documents list without using them. */
    synchronized CoverageCounts counts() {
        for (LinkedDocument document : documents.values()) {
            for (Source source : document.sources()) {
                if (source instanceof Source.OpenApi openApi) {
                    description(openApi.description());
                }
            }
        }
        Map<String, CoverageCounts.DescriptionCounts> used = new LinkedHashMap<>();
        descriptions.forEach((uri, description) -> used.put(uri.toString(), description.counts()));
        Map<CoverageCounts.WorkflowKey, CoverageCounts.WorkflowCounts> ran = new LinkedHashMap<>();
        inOrder.forEach(workflow -> ran.merge(workflow.key(), workflow.counts(), CoverageCounts.WorkflowCounts::plus));
        return new CoverageCounts(used, ran);
    }
}
