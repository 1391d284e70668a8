package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Workflow;
import java.util.List;

/**
 * One workflow under examination.
 *
 * @param uses the expressions in the contents
 */
record Inspection(
        ArazzoDocument document,
        Workflow workflow,
        Knowledge knowledge,
        Contents contents,
        List<ExpressionUse> uses,
        Findings findings) {

    static Inspection of(ArazzoDocument document, Workflow workflow, Knowledge knowledge) {
        Contents contents = ContentsReader.read(document, workflow);
        return new Inspection(
                document, workflow, knowledge, contents, ExpressionUses.of(contents), new Findings(workflow.source()));
    }

    void report(ValidationRule rule, Spot spot, String message, String remedy) {
        findings.report(rule, spot, message, remedy);
    }
}
