package io.github.arazzojunit.report;

import io.github.arazzojunit.config.CoverageKind;
import io.github.arazzojunit.report.CoverageCounts.DescriptionCounts;
import io.github.arazzojunit.report.RunTree.StepEntry;
import io.github.arazzojunit.report.RunTree.Verdict;
import io.github.arazzojunit.report.RunTree.WorkflowEntry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One page without scripts: the verdicts, every workflow with its steps and exchanges, the coverage. */
final class HtmlReport {

    private static final String STYLE = "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;"
            + "padding:0 1rem;color:#1c2430}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}"
            + "pre{background:#f4f6f8;padding:.6rem .8rem;overflow:auto;font-size:13px}"
            + "details{margin:.2rem 0 .2rem 1.2rem}summary{cursor:pointer}"
            + "table{border-collapse:collapse}td,th{text-align:left;padding:.2rem .9rem .2rem 0;vertical-align:top}"
            + ".passed{color:#176b37}.failed{color:#b3261e;font-weight:600}.handled{color:#8a5a00}"
            + ".not_reached,.place{color:#66707c}";

    private HtmlReport() {}

    /** Writes the workflows of one run, for {@link #write}. */
    static void writeWorkflows(Path file, List<WorkflowEntry> workflows) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            Html html = new Html(writer);
            workflows.forEach(workflow -> workflow(html, workflow));
            html.finish();
        }
    }

    /** @param workflows of each run */
    static void write(Path file, ReportFolder.Totals totals, List<Path> workflows) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("<!DOCTYPE html>\n");
            Html html = new Html(writer);
            html.element("html", "lang", "en").element("head");
            html.empty("meta", "charset", "utf-8");
            html.text("title", "Arazzo report").text("style", STYLE).end();
            html.element("body").text("h1", "Arazzo report");
            html.text("p", totals.summary().toString());
            html.text("h2", "Workflows");
            for (Path ofRun : workflows) {
                html.include(ofRun);
            }
            coverage(html, totals.coverage());
            html.end().end().finish();
        }
    }

    private static void workflow(Html html, WorkflowEntry workflow) {
        boolean passed = workflow.verdict == Verdict.PASSED;
        html.element("details", passed ? new String[0] : new String[] {"open", "open"});
        html.element("summary", "class", css(workflow.verdict));
        html.characters(sign(workflow.verdict) + " " + workflow.workflowId + " ");
        html.text("span", workflow.place, "class", "place").end();
        text(html, workflow.inputs);
        text(html, workflow.text);
        workflow.steps.forEach(step -> step(html, step));
        html.end();
    }

    private static void step(Html html, StepEntry step) {
        html.element("details", step.verdict == Verdict.FAILED ? new String[] {"open", "open"} : new String[0]);
        html.text("summary", sign(step.verdict) + " " + step.name, "class", css(step.verdict));
        text(html, step.text);
        text(html, String.join("\n", step.exchanges));
        step.called.forEach(called -> workflow(html, called));
        html.end();
    }

    private static void text(Html html, String text) {
        if (!text.isEmpty()) {
            html.text("pre", text);
        }
    }

    private static void coverage(Html html, CoverageCounts coverage) {
        html.text("h2", "Coverage").element("table").element("tr");
        html.text("th", "Description");
        for (CoverageKind kind : CoverageKind.values()) {
            html.text("th", kind.key());
        }
        html.end();
        coverage.descriptions().values().forEach(description -> {
            html.element("tr").text("td", description.title());
            for (CoverageKind kind : CoverageKind.values()) {
                html.text(
                        "td",
                        kind == CoverageKind.BRANCHES
                                ? ""
                                : description.share(kind).toString());
            }
            html.end();
        });
        html.element("tr").text("td", "All");
        for (CoverageKind kind : CoverageKind.values()) {
            html.text("td", coverage.share(kind).toString());
        }
        html.end().end();
        coverage.descriptions().values().forEach(description -> operations(html, description));
        branches(html, coverage);
    }

    private static void operations(Html html, DescriptionCounts description) {
        html.element("details").text("summary", description.title());
        html.element("table").element("tr");
        List.of("Operation", "Exchanges", "Statuses", "Undocumented statuses", "Parameters")
                .forEach(head -> html.text("th", head));
        html.end();
        description.operations().forEach((name, operation) -> {
            html.element("tr", "class", operation.exchanges() > 0 ? "passed" : "not_reached");
            html.text("td", name);
            html.text("td", Integer.toString(operation.exchanges()));
            html.text("td", counts(operation.statuses()));
            html.text("td", counts(operation.undocumented()));
            html.text("td", counts(operation.parameters())).end();
        });
        html.end().end();
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void branches(Html html, CoverageCounts coverage) {
        html.element("details").text("summary", "Branches of the workflows");
        html.element("table").element("tr");
        List.of("Workflow", "Step", "Action", "Taken").forEach(head -> html.text("th", head));
        html.end();
        coverage.workflows()
                .forEach((key, workflow) -> workflow.branches().forEach((branch, taken) -> {
                    html.element("tr", "class", taken > 0 ? "passed" : "not_reached");
                    html.text("td", key.workflowId()).text("td", branch.stepId());
                    html.text("td", branch.list() + " " + branch.action());
                    html.text("td", Integer.toString(taken)).end();
                }));
        html.end().end();
    }

    private static String css(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✔";
            case FAILED -> "✘";
            case HANDLED -> "■";
            case NOT_REACHED -> "↷";
        };
    }
}
