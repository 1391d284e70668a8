package io.github.arazzojunit.corpus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a run over many documents, as text. */
record CorpusTable(int documents, List<WorkflowVerdict> verdicts) {

    long workflows() {
        return verdicts.stream()
                .filter(verdict -> !verdict.workflow().isEmpty())
                .count();
    }

    List<WorkflowVerdict> green() {
        return verdicts.stream().filter(WorkflowVerdict::isGreen).toList();
    }

    Map<RedKind, List<WorkflowVerdict>> red() {
        return verdicts.stream()
                .filter(verdict -> !verdict.isGreen())
                .collect(Collectors.groupingBy(
                        verdict -> verdict.first().orElseThrow().kind(), TreeMap::new, Collectors.toList()));
    }

    List<WorkflowVerdict> unexplained() {
        return red().entrySet().stream()
                .filter(entry -> !entry.getKey().isExplained())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    String figures() {
        StringBuilder text = new StringBuilder();
        line(text, "documents", documents);
        line(text, "workflows", workflows());
        line(text, "green", green().size());
        line(
                text,
                "  of these with a handled failure",
                green().stream().filter(WorkflowVerdict::handled).count());
        line(text, "red", verdicts.size() - green().size());
        red().forEach((kind, of) -> line(text, "  " + kind + (kind.isExplained() ? "" : " (unexplained)"), of.size()));
        line(text, "unexplained", unexplained().size());
        return text.toString();
    }

    /** Every red workflow with the message of its first failure. */
    String details() {
        StringBuilder text = new StringBuilder();
        red().forEach((kind, of) -> of.forEach(verdict -> {
            WorkflowVerdict.Red first = verdict.first().orElseThrow();
            text.append("== ")
                    .append(kind)
                    .append(' ')
                    .append(verdict.document())
                    .append(" # ")
                    .append(verdict.workflow())
                    .append(" / ")
                    .append(first.node())
                    .append('\n')
                    .append(first.message().strip().indent(4));
        }));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, long count) {
        text.append(String.format("%-48s %6d%n", name, count));
    }

    /** A line for each workflow, so that two runs can be compared: document, workflow, verdict, first message. */
    String lines() {
        return verdicts.stream()
                .map(verdict -> String.join(
                        "\t",
                        verdict.document(),
                        verdict.workflow(),
                        verdict.isGreen() ? "green" : "red",
                        verdict.first()
                                .map(red -> red.node() + ": " + red.message().replaceAll("\\s+", " "))
                                .orElse("")))
                .sorted()
                .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
    }
}
