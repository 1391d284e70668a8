package io.github.arazzojunit.source;

import io.github.arazzojunit.http.HostList;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Every text of a run, read at most once (SRC-08), for those who may use it; one of a server on this machine is asked for
 * again until that server runs. Thread-safe.
 */
final class Texts {

    private final ResourceLoader loader;
    private final ReadLimits limits;
    private final ReadingRights rights;
    private final Map<URI, Text> texts = new ConcurrentHashMap<>();

    /** What became of a URI: a tree, or the reason why there is none. */
    sealed interface Text {
        record Read(LocatedNode root) implements Text {}

        record Failed(String reason) implements Text {}
    }

    Texts(ResourceLoader loader, ReadLimits limits, ReadingRights rights) {
        this.loader = loader;
        this.limits = limits;
        this.rights = rights;
    }

    /** The text behind a URI that stands in the text behind another one. */
    Text at(URI uri, URI user) {
        return rights.refusal(user, uri).<Text>map(Text.Failed::new).orElseGet(() -> at(uri));
    }

    Text at(URI uri) {
        Text known = texts.get(uri);
        if (known == null) {
            known = read(uri);
            if (known instanceof Text.Read || !HostList.isLoopback(uri)) {
                texts.put(uri, known);
            }
        }
        return known;
    }

    private Text read(URI uri) {
        try {
            byte[] text = loader.load(uri);
            return isPage(text)
                    ? new Text.Failed("it is a page in HTML or XML, no description in YAML or JSON.")
                    : new Text.Read(LocatedReader.read(uri, text, limits));
        } catch (IOException | IllegalArgumentException e) {
            return new Text.Failed(String.valueOf(e.getMessage()));
        } catch (UnreadableException e) {
            return new Text.Failed(e.findings().stream().map(Finding::toString).collect(Collectors.joining("; ")));
        }
    }

    /** What a URL that is meant for readers gives; YAML and JSON never begin like this. */
    private static boolean isPage(byte[] text) {
        int beginning = Math.min(text.length, 100);
        return new String(text, 0, beginning, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .startsWith("<");
    }
}
