package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads YAML 1.2 (core schema, DOC-03) and JSON into a tree that knows lines and columns. A text that begins with
 * <code>{</code> or {@code [} is read as JSON; where it is no JSON and its name does not say so, as YAML. Numbers keep their
 * exact value (DOC-08), aliases are replaced by what they stand for. Stateless.
 */
public final class LocatedReader {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private LocatedReader() {}

    /**
     * The tree of a whole text.
     *
     * @param uri named in every position
     * @throws UnreadableException when the text is empty, too large, ambiguous (duplicate keys, a second document),
     *     or no YAML and no JSON (DOC-04 to DOC-06, SEC-04)
     */
    public static LocatedNode read(URI uri, byte[] content, ReadLimits limits) throws UnreadableException {
        Position start = new Position(uri, 1, 1);
        if (content.length > limits.maxBytes()) {
            throw new UnreadableException(ReaderRule.FILE_TOO_LARGE.at(
                    start,
                    "The file has " + content.length + " bytes, more than the allowed " + limits.maxBytes()
                            + ", and is not read.",
                    "Split it, or raise the limit of the document size."));
        }
        String text = decode(start, content);
        if (text.isBlank()) {
            throw emptyFile(start);
        }
        if (!looksLikeJson(text)) {
            return YamlTreeReader.read(uri, text, limits);
        }
        return readJson(uri, text, limits);
    }

    static UnreadableException emptyFile(Position position) {
        return new UnreadableException(ReaderRule.EMPTY_FILE.at(
                position, "The file is empty, there is nothing to read in it.", "Fill it or delete it."));
    }

    private static LocatedNode readJson(URI uri, String text, ReadLimits limits) throws UnreadableException {
        try {
            return JsonTreeReader.read(uri, text, limits);
        } catch (UnreadableException noJson) {
            boolean maybeYaml = noJson.findings().stream()
                    .allMatch(finding -> finding.rule().equals(ReaderRule.JSON_SYNTAX.id()));
            if (!maybeYaml || uri.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                throw noJson;
            }
            try {
                return YamlTreeReader.read(uri, text, limits);
            } catch (UnreadableException noYamlEither) {
                noYamlEither.addSuppressed(noJson);
                throw noYamlEither;
            }
        }
    }

    private static boolean looksLikeJson(String text) {
        char first = text.stripLeading().charAt(0);
        return first == '{' || first == '[';
    }

    private static String decode(Position start, byte[] content) throws UnreadableException {
        try {
            String text = encoding(content)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException(ReaderRule.UNKNOWN_ENCODING.at(
                    start, "The file is not encoded in UTF-8 and cannot be read.", "Save it in UTF-8."));
        }
    }

    private static Charset encoding(byte[] content) {
        if (content.length > 1) {
            int first = (content[0] & 0xFF) << Byte.SIZE | content[1] & 0xFF;
            if (first == BYTE_ORDER_MARK) {
                return StandardCharsets.UTF_16BE;
            }
            if (Character.reverseBytes((char) first) == BYTE_ORDER_MARK) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
