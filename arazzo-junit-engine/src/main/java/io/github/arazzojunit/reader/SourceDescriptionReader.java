package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.SourceDescription;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the Source Description Objects of a document (SRC-01 to SRC-06). */
final class SourceDescriptionReader {

    private static final List<String> TYPES = List.of("openapi", "asyncapi", "arazzo");

    private final Reading reading;

    SourceDescriptionReader(Reading reading) {
        this.reading = reading;
    }

    /** The readable sources, each name once. */
    List<SourceDescription> list(Fields document) {
        List<SourceDescription> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (LocatedNode node : document.requiredItems("sourceDescriptions")) {
            Optional<SourceDescription> source =
                    Fields.of(node, ObjectKind.SOURCE_DESCRIPTION, reading).flatMap(this::read);
            source.filter(named -> isNew(names, named)).ifPresent(sources::add);
        }
        return sources;
    }

    /** Reports a text that is no URI reference (RFC 3986, section 4.1), or only after characters in it are encoded. */
    static boolean isUriReference(Reading reading, LocatedNode node, String what) {
        String encoded = RawUri.encoded(node.text());
        try {
            new URI(encoded);
            if (!encoded.equals(node.text())) {
                reading.report(
                        ReaderRule.RAW_URI_CHARACTER,
                        node,
                        what + " '" + JsonType.abridged(node.text())
                                + "' has characters that have to be encoded in a URI; it is read as if they were.",
                        "Write '" + encoded + "'.");
            }
            return true;
        } catch (URISyntaxException e) {
            reading.report(
                    ReaderRule.INVALID_URI,
                    node,
                    what + " '" + JsonType.abridged(node.text()) + "' is no URI: " + e.getReason() + ".",
                    "Correct it; special characters are encoded, for example a backslash as %5C.");
            return false;
        }
    }

    private Optional<SourceDescription> read(Fields fields) {
        Optional<String> name = fields.requiredName("name");
        name.ifPresent(text -> Names.check(
                reading,
                reading.isVersion10() ? ReaderRule.SOURCE_NAME_FORMAT : ReaderRule.SOURCE_NAME_UNADDRESSABLE,
                Names.ID,
                text,
                fields.at("name"),
                "The source name"));
        Optional<String> url =
                fields.requiredName("url").filter(text -> isUriReference(reading, fields.at("url"), "The url"));
        Optional<String> type = fields.choice("type", fields.text("type"), TYPES);
        type.filter("asyncapi"::equals)
                .ifPresent(text -> reading.requireVersion11(fields.at("type"), "The source type 'asyncapi'"));
        return name.isPresent() && url.isPresent()
                ? Optional.of(new SourceDescription(name.get(), url.get(), type, fields.node()))
                : Optional.empty();
    }

    private boolean isNew(Set<String> names, SourceDescription source) {
        boolean isNew = names.add(source.name());
        if (!isNew) {
            reading.report(
                    ReaderRule.DUPLICATE_SOURCE_NAME,
                    source.source(),
                    "Two source descriptions have the name '" + source.name() + "'.",
                    "Rename one of them.");
        }
        return isNew;
    }
}
