package io.github.arazzojunit.document;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.github.arazzojunit.document.WorkflowInputs.Row;
import io.github.arazzojunit.model.Position;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of inputs from a CSV file in UTF-8: the first line has the names of the inputs, every other one is a row. An empty
 * cell gives nothing, <code>""</code> the empty text. The column {@value #NAME} names the rows; without it, their
 * lines do.
 */
final class CsvRows {

    /** An input can hardly have this name, but well that of a row in a YAML file. */
    static final String NAME = "$name";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A file that is no list of rows. */
    static final class CsvException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Position position;

        CsvException(Position position, String message) {
            super(message);
            this.position = position;
        }

        Position position() {
            return position;
        }
    }

    private record Line(Position position, List<Optional<String>> cells) {}

    private final URI uri;
    private final Map<String, Position> columns = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private CsvRows(URI uri) {
        this.uri = uri;
    }

    static CsvRows read(URI uri, byte[] content) throws CsvException {
        CsvRows csv = new CsvRows(uri);
        List<Line> lines = csv.lines(content);
        if (lines.size() < 2) {
            throw csv.wrong(1, "The file has no rows of inputs below a line with their names.");
        }
        csv.header(lines.get(0));
        for (Line line : lines.subList(1, lines.size())) {
            csv.row(line);
        }
        return csv;
    }

    /** Where each input is named, by name. */
    Map<String, Position> columns() {
        return columns;
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    private List<Line> lines(byte[] content) throws CsvException {
        String text = text(content);
        List<Line> lines = new ArrayList<>();
        try (CsvParser parser = CsvFactory.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .enable(CsvParser.Feature.EMPTY_UNQUOTED_STRING_AS_NULL)
                .build()
                .createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<Optional<String>> cells = new ArrayList<>();
                int number = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    // Only the first cell tells: the row begins where the one before it ended.
                    number = cells.isEmpty() ? parser.currentTokenLocation().getLineNr() : number;
                    cells.add(
                            parser.currentToken() == JsonToken.VALUE_NULL
                                    ? Optional.empty()
                                    : Optional.of(parser.getText()));
                }
                lines.add(new Line(new Position(uri, number, 1), cells));
            }
        } catch (IOException e) {
            throw wrong(1, "The file is not CSV: " + e.getMessage() + ".");
        }
        return lines;
    }

    private String text(byte[] content) throws CsvException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrong(1, "The file is not UTF-8.");
        }
    }

    private void header(Line line) throws CsvException {
        for (Optional<String> cell : line.cells()) {
            String name = cell.map(String::strip).orElse("");
            if (name.isEmpty()) {
                throw new CsvException(line.position(), "The column " + (columns.size() + 1) + " has no name.");
            } else if (columns.putIfAbsent(name, line.position()) != null) {
                throw new CsvException(line.position(), "Two columns are named '" + name + "'.");
            }
        }
    }

    private void row(Line line) throws CsvException {
        if (line.cells().size() > columns.size()) {
            throw new CsvException(
                    line.position(),
                    "The row has " + line.cells().size() + " cells, the first line only " + columns.size() + " names.");
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        String name = "line " + line.position().line();
        int index = 0;
        for (String column : columns.keySet()) {
            Optional<String> cell = index < line.cells().size() ? line.cells().get(index) : Optional.empty();
            index++;
            if (column.equals(NAME)) {
                name = cell.filter(text -> !text.isBlank()).orElse(name);
            } else {
                cell.ifPresent(text -> values.put(column, text));
            }
        }
        if (rows.putIfAbsent(name, new Row(name, new InputValues(values, true), line.position())) != null) {
            throw new CsvException(line.position(), "Two rows are named '" + name + "'.");
        }
    }

    private CsvException wrong(int line, String message) {
        return new CsvException(new Position(uri, line, 1), message);
    }
}
