package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.http.ContentTypes;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.source.SourceOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The texts of a request body, each with the place in the described body where it goes. */
final class BodyFlows {

    private final RequestBody body;
    private final Optional<SourceOperation> operation;
    private final Optional<MediaType> mediaType;
    private final Optional<MediaTypeDescription> described;

    BodyFlows(Optional<SourceOperation> operation, RequestBody body) {
        this.body = body;
        this.operation = operation;
        this.mediaType = operation.flatMap(found -> body.payload()
                .flatMap(payload -> MediaType.parse(
                        ContentTypes.ofRequest(found.operation(), body.contentType(), payload.value()))));
        this.described = mediaType.flatMap(
                type -> ContentTypes.describing(operation.orElseThrow().operation(), type));
    }

    void each(BiConsumer<String, Optional<Destination>> texts) {
        body.payload().ifPresent(payload -> {
            Optional<JsonNode> structure = structure(payload);
            if (structure.isPresent()) {
                walk(structure.get(), "", texts);
            } else {
                texts.accept(payload.text(), payload.isText() && isWhole(payload) ? place("") : Optional.empty());
            }
        });
        for (RequestBody.PayloadReplacement replacement : body.replacements()) {
            walk(
                    replacement.value().value(),
                    replacement.target().startsWith("/") ? replacement.target() : "/ ",
                    texts);
        }
    }

    private static boolean isWhole(LocatedNode payload) {
        return Template.parse(payload.text()).isWholeExpression();
    }

    /** The members of a payload; those of a JSON text too, where an expression in it is a text then. */
    private Optional<JsonNode> structure(LocatedNode payload) {
        if (!payload.isText()) {
            return Optional.of(payload.value());
        }
        if (isWhole(payload) || mediaType.filter(MediaType::isJson).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(quoted(Template.parse(payload.text()))));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Outside of quotes an expression keeps its type, so it stands alone there; inside it is part of a text. */
    private static String quoted(Template template) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (Template.Segment segment : template.segments()) {
            if (segment instanceof Template.Segment.Literal literal) {
                text.append(literal.text());
                quoted ^= literal.text()
                                        .replaceAll("\\\\.", "")
                                        .chars()
                                        .filter(c -> c == '"')
                                        .count()
                                % 2
                        == 1;
            } else if (segment instanceof Template.Segment.Embedded embedded) {
                text.append(quoted ? "{" + embedded.source() + "}" : "\"" + embedded.source() + "\"");
            }
        }
        return text.toString();
    }

    private void walk(JsonNode value, String pointer, BiConsumer<String, Optional<Destination>> texts) {
        if (value.isTextual()) {
            List<Destination> places = places(pointer);
            if (places.isEmpty()) {
                texts.accept(value.textValue(), Optional.empty());
            }
            places.forEach(place -> texts.accept(value.textValue(), Optional.of(place)));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                walk(value.get(i), pointer + "/" + i, texts);
            }
        } else {
            value.properties()
                    .forEach(member ->
                            walk(member.getValue(), pointer + "/" + JsonPointers.escape(member.getKey()), texts));
        }
    }

    private Optional<Destination> place(String pointer) {
        return places(pointer).stream().findFirst();
    }

    private List<Destination> places(String pointer) {
        if (described.isEmpty() || described.get().schema().isEmpty()) {
            return List.of();
        }
        boolean asText = mediaType
                .filter(type -> type.isForm() || type.isMultipart() || type.isXml())
                .isPresent();
        Schemas schemas = Schemas.of(operation.orElseThrow());
        return SchemaPaths.at(schemas, described.get().schema().get(), pointer).stream()
                .map(alternatives -> new Destination(
                        schemas,
                        alternatives,
                        pointer.isEmpty() ? described.get().examples() : examples(pointer),
                        asText))
                .toList();
    }

    /** What the examples of the body have at this place. */
    private List<LocatedNode> examples(String pointer) {
        return described.get().examples().stream()
                .flatMap(example -> example.at(pointer).stream())
                .toList();
    }
}
