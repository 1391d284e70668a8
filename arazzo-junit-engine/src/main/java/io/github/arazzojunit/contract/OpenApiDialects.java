package io.github.arazzojunit.contract;

import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.keyword.Keyword;
import io.github.arazzojunit.openapi.ApiDescription;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The schema dialects of OpenAPI, with our own reading of what the library leaves out or decides otherwise: members that
 * a direction hides, discriminators, and the formats of numbers, bytes and mailboxes.
 */
final class OpenApiDialects {

    /** The library knows more, such as a narrow idea of {@code color}; what no standard defines cannot be violated. */
    private static final Set<String> FORMATS = Set.of(
            "date-time",
            "date",
            "time",
            "duration",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "iri",
            "iri-reference",
            "uri-template",
            "uuid",
            "json-pointer",
            "relative-json-pointer",
            "regex");

    private OpenApiDialects() {}

    /** The dialect of the description, and those that its schemas may name in {@code $schema} from 3.1 on. */
    static List<Dialect> of(
            ApiDescription description,
            SchemaDocuments documents,
            SchemaPlaces places,
            HiddenMembers hiddenMembers,
            SchemaCompiler compiler) {
        Discriminators discriminators = new Discriminators(description.root(), documents, places);
        if (!description.usesJsonSchema()) {
            return List.of(adapted(Dialects.getOpenApi30(), hiddenMembers, discriminators, compiler));
        }
        return List.of(
                adapted(Dialects.getOpenApi31(), hiddenMembers, discriminators, compiler),
                comparing(Dialects.getDraft202012()),
                comparing(Dialects.getDraft201909()),
                comparing(Dialects.getDraft7()),
                comparing(Dialects.getDraft6()),
                comparing(Dialects.getDraft4()));
    }

    private static Dialect adapted(
            Dialect dialect, HiddenMembers hiddenMembers, Discriminators discriminators, SchemaCompiler compiler) {
        return Dialect.builder(comparing(dialect))
                .formats(formats -> formats.keySet().retainAll(FORMATS))
                .formats(formats -> List.of("uri", "iri")
                        .forEach(name -> formats.computeIfPresent(
                                name,
                                (key, absolute) -> new ReferenceFormat(
                                        absolute, Objects.requireNonNull(formats.get(name + "-reference"))))))
                .keyword(nullable())
                .keyword(new HidingKeyword(Direction.REQUEST))
                .keyword(new HidingKeyword(Direction.RESPONSE))
                .keyword(new TypeKeyword(keyword(dialect, "type")))
                .keyword(new ReferenceKeyword(keyword(dialect, "$ref")))
                .keyword(new RequiredKeyword(hiddenMembers))
                .keyword(new UnionKeyword(keyword(dialect, "oneOf"), discriminators))
                .keyword(new UnionKeyword(keyword(dialect, "anyOf"), discriminators))
                .keyword(new DiscriminatorKeyword(discriminators, compiler))
                .format(OpenApiFormat.INT32)
                .format(OpenApiFormat.INT64)
                .format(OpenApiFormat.BYTE)
                .format(OpenApiFormat.EMAIL)
                .format(OpenApiFormat.IDN_EMAIL)
                .build();
    }

    /** The same, where numbers are equal when their values are, and keywords of others are no reason for a log. */
    static Dialect comparing(Dialect dialect) {
        List<Keyword> comparing = Stream.of("const", "enum", "uniqueItems")
                .filter(dialect.getKeywords()::containsKey)
                .<Keyword>map(name -> new ComparingKeyword(keyword(dialect, name)))
                .toList();
        return Dialect.builder(dialect)
                .keywords(keywords -> comparing.forEach(keyword -> keywords.put(keyword.getValue(), keyword)))
                .unknownKeywordFactory((name, context) -> new AnnotationKeyword(name))
                .build();
    }

    /** Of 3.0; understood elsewhere too because descriptions keep it when they move on. */
    static Keyword nullable() {
        return keyword(Dialects.getOpenApi30(), "nullable");
    }

    private static Keyword keyword(Dialect dialect, String name) {
        return Objects.requireNonNull(dialect.getKeywords().get(name));
    }
}
