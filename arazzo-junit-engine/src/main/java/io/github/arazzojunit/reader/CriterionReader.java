package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.LocatedNode;
import java.util.List;
import java.util.Optional;

/** Reads Criterion Objects (CRT-01 to CRT-07, CRT-73). */
final class CriterionReader {

    private static final List<Language> NAMED =
            List.of(Language.SIMPLE, Language.REGEX, Language.JSONPATH, Language.XPATH);

    private static final List<Language> VERSIONED = List.of(Language.JSONPATH, Language.XPATH);

    private final Reading reading;
    private final ExpressionTypeReader types;

    CriterionReader(Reading reading) {
        this.reading = reading;
        this.types = new ExpressionTypeReader(reading);
    }

    /** The criteria of a list that, if present, needs an entry (STP-71, ACT-09). */
    List<Criterion> list(Fields owner, String field) {
        return owner.itemsUnlessEmpty(field).stream()
                .flatMap(node -> read(node).stream())
                .toList();
    }

    private Optional<Criterion> read(LocatedNode node) {
        Optional<Fields> criterion = Fields.of(node, ObjectKind.CRITERION, reading);
        if (criterion.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = criterion.get();
        Optional<String> condition = condition(fields);
        Optional<ExpressionType> type = type(fields);
        Optional<String> context = fields.text("context");
        if (condition.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return contextFits(fields, type.get().language())
                ? Optional.of(new Criterion(
                        condition.get(),
                        type.get().language() == Language.SIMPLE ? Optional.empty() : context,
                        type.get(),
                        node))
                : Optional.empty();
    }

    private Optional<String> condition(Fields fields) {
        Optional<LocatedNode> condition = fields.any("condition");
        if (condition.isPresent() && !condition.get().isText()) {
            reading.report(
                    ReaderRule.CONDITION_NOT_TEXT,
                    condition.get(),
                    "A condition has to be a text, but YAML or JSON reads this one as "
                            + JsonType.describe(condition.get()) + ".",
                    "Put the whole condition in quotes; in YAML that is necessary where it begins with '{', '[', '!',"
                            + " '&' or '*', or contains ': ' or ' #'.");
            return Optional.empty();
        }
        return fields.requiredName("condition");
    }

    private Optional<ExpressionType> type(Fields fields) {
        if (fields.present("type").isEmpty()) {
            fields.ignore("a criterion without type is a simple condition", "version");
            return Optional.of(ExpressionType.SIMPLE);
        }
        Optional<ExpressionType> type = types.read(fields, "type", NAMED, VERSIONED);
        Optional<LocatedNode> version = fields.present("version");
        if (type.isEmpty() || version.isEmpty()) {
            return type;
        }
        if (!VERSIONED.contains(type.get().language()) || type.get().version().isPresent()) {
            fields.ignore("the version of a language stands in the object 'type'", "version");
            return type;
        }
        Language language = type.get().language();
        reading.report(
                ReaderRule.VERSION_BESIDE_TYPE,
                version.get(),
                "The version of the language stands beside 'type' instead of in it; it is used all the same.",
                "Write 'type: {type: " + language.fieldValue() + ", version: "
                        + JsonType.abridged(version.get().text()) + "}'.");
        return fields.typed("version", JsonType.TEXT).flatMap(node -> types.version(node, language));
    }

    private boolean contextFits(Fields fields, Language language) {
        Optional<LocatedNode> context = fields.given("context");
        if (language == Language.SIMPLE) {
            context.ifPresent(ignored -> reading.report(
                    ReaderRule.CONTEXT_IGNORED,
                    ignored,
                    "A simple condition has no context; it is ignored.",
                    "Remove 'context', or name the type of the condition: regex, jsonpath or xpath."));
            return true;
        }
        if (context.isEmpty()) {
            reading.report(
                    ReaderRule.MISSING_CONTEXT,
                    fields.node(),
                    "A " + language.fieldValue() + " condition needs a 'context': the value that it is applied to.",
                    "Add 'context', for example '$response.body'.");
        }
        return context.filter(LocatedNode::isText).isPresent();
    }
}
