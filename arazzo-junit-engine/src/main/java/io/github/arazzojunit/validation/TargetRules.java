package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.reader.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How steps name operations and channels, as far as no source is needed to judge it (STP-14, STP-20, STP-21, STP-28). */
final class TargetRules {

    private static final Pattern QUALIFIED = Pattern.compile("\\$sourceDescriptions\\.([^.]+)\\.(.+)");
    private static final Pattern CANONICAL = Pattern.compile("\\{\\$sourceDescriptions\\.([^.{}#]+)\\.url}#(.*)");
    private static final Pattern NAMED =
            Pattern.compile("(?:\\{?\\$sourceDescriptions\\.)?([A-Za-z0-9_\\-]+)(?:\\.url)?}?#(.*)");
    private static final Pattern METHOD_AND_PATH = Pattern.compile("(?:[A-Za-z]+ +)?/.*");

    private final Inspection inspection;

    private TargetRules(Inspection inspection) {
        this.inspection = inspection;
    }

    static void check(Inspection inspection) {
        inspection.workflow().steps().forEach(new TargetRules(inspection)::step);
    }

    private void step(Step step) {
        if (step.target() instanceof StepTarget.OperationId id) {
            operationId(id.reference(), Spot.of(step.source()).field("operationId"));
        } else if (step.target() instanceof StepTarget.OperationPath path) {
            operationPath(path.reference(), Spot.of(step.source()).field("operationPath"));
        } else if (step.target() instanceof StepTarget.ChannelPath path) {
            channelPath(path.reference(), Spot.of(step.source()).field("channelPath"));
        }
    }

    private void operationId(String reference, Spot spot) {
        if (!reference.startsWith("$")) {
            return;
        }
        Matcher qualified = QUALIFIED.matcher(reference);
        if (!qualified.matches()) {
            inspection.report(
                    ValidationRule.UNKNOWN_OPERATION,
                    spot,
                    "operationId '" + reference + "' names no operation.",
                    NAMED.matcher(reference).matches()
                            ? "Write it as 'operationPath: {" + reference.replaceFirst("#", ".url}#") + "'."
                            : "Write the id alone, or '$sourceDescriptions.<name>.<operationId>'.");
        } else if (isSource(qualified.group(1), reference, spot)) {
            typeIsOneOf(qualified.group(1), Set.of("openapi", "asyncapi"), ValidationRule.UNKNOWN_OPERATION, spot);
        }
    }

    private void operationPath(String reference, Spot spot) {
        Matcher canonical = CANONICAL.matcher(reference);
        Matcher named = NAMED.matcher(reference);
        boolean isCanonical = canonical.matches();
        if (isCanonical || named.matches()) {
            Matcher matcher = isCanonical ? canonical : named;
            boolean usable = isSource(matcher.group(1), reference, spot)
                    && typeIsOneOf(matcher.group(1), Set.of("openapi"), ValidationRule.UNKNOWN_OPERATION, spot);
            if (usable && !isCanonical) {
                spelling(ValidationRule.OPERATION_PATH_SPELLING, "operationPath", matcher, spot);
            }
        } else if (!METHOD_AND_PATH.matcher(reference).matches()) {
            inspection.report(
                    ValidationRule.UNKNOWN_OPERATION,
                    spot,
                    "operationPath '" + reference + "' names no source of the document.",
                    "Write '{$sourceDescriptions.<name>.url}#/paths/<path with ~1 for />/<method>', or use operationId.");
        }
    }

    private void channelPath(String reference, Spot spot) {
        Matcher canonical = CANONICAL.matcher(reference);
        Matcher named = NAMED.matcher(reference);
        boolean isCanonical = canonical.matches();
        if (!isCanonical && !named.matches()) {
            inspection.report(
                    ValidationRule.INVALID_CHANNEL_PATH,
                    spot,
                    "channelPath '" + reference + "' names no channel of a source of the document.",
                    "Write '{$sourceDescriptions.<name>.url}#/channels/<channel>'.");
            return;
        }
        Matcher matcher = isCanonical ? canonical : named;
        boolean usable = isSource(matcher.group(1), reference, spot)
                && typeIsOneOf(matcher.group(1), Set.of("asyncapi"), ValidationRule.INVALID_CHANNEL_PATH, spot);
        if (usable && !isCanonical) {
            spelling(ValidationRule.CHANNEL_PATH_SPELLING, "channelPath", matcher, spot);
        }
    }

    private void spelling(ValidationRule rule, String field, Matcher reference, Spot spot) {
        inspection.report(
                rule,
                spot,
                field + " '" + reference.group() + "' is read as a pointer into source '" + reference.group(1) + "'.",
                "Write '{$sourceDescriptions." + reference.group(1) + ".url}#" + reference.group(2) + "'.");
    }

    private boolean isSource(String name, String reference, Spot spot) {
        List<String> names = Declared.sourceNames(inspection.document());
        if (!names.contains(name)) {
            inspection.report(
                    ValidationRule.UNKNOWN_SOURCE,
                    spot,
                    "'" + reference + "' names the source '" + name + "', which the document does not list.",
                    Nearest.hint(name, names));
        }
        return names.contains(name);
    }

    private boolean typeIsOneOf(String source, Set<String> types, ValidationRule rule, Spot spot) {
        Optional<String> wrong = inspection.knowledge().sourceType(source).filter(type -> !types.contains(type));
        wrong.ifPresent(type -> inspection.report(
                rule,
                spot,
                "The step names the source '" + source + "', which is of type " + type
                        + " and has nothing of the kind.",
                type.equals("arazzo")
                        ? "Use 'workflowId' to call one of its workflows."
                        : "Name another source, or correct its type."));
        return wrong.isEmpty();
    }
}
