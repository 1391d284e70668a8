package io.github.arazzojunit.report;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements with everything escaped. Not thread-safe. */
final class Html {

    private final Writer writer;
    private final XMLStreamWriter out;

    Html(Writer writer) {
        this.writer = writer;
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Action {
        void run() throws XMLStreamException;
    }

    /** Opens an element; attributes are names and values in turn. */
    Html element(String name, String... attributes) {
        return write(() -> {
            out.writeStartElement(name);
            attributes(attributes);
        });
    }

    /** An element with nothing but text. */
    Html text(String name, String text, String... attributes) {
        return element(name, attributes).characters(text).end();
    }

    Html empty(String name, String... attributes) {
        return write(() -> {
            out.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    Html characters(String text) {
        return write(() -> out.writeCharacters(printable(text)));
    }

    /** Adds what {@link Html} wrote to a file. */
    Html include(Path fragment) throws IOException {
        finish();
        copy(fragment, writer);
        return this;
    }

    static void copy(Path text, Writer to) throws IOException {
        try (Reader from = Files.newBufferedReader(text)) {
            from.transferTo(to);
        }
    }

    /** Closes the element that was opened last. */
    Html end() {
        return write(out::writeEndElement);
    }

    void finish() {
        write(out::flush);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    /** Control characters of a body have no place in a page. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "\uFFFD");
    }

    private Html write(Action action) {
        try {
            action.run();
            return this;
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
