package io.github.arazzojunit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Removes gzip and deflate (HTTP-08); other codings stay, because nobody asked for them. */
final class ContentCoding {

    private ContentCoding() {}

    /**
     * @param limit of the decoded size, so that a small answer cannot fill the memory
     * @throws IOException when the content is not what the header says, or too large
     */
    static byte[] decode(byte[] body, List<Header> headers, int limit) throws IOException {
        byte[] decoded = body;
        List<String> codings = headers.stream()
                .filter(header -> header.isNamed("Content-Encoding"))
                .flatMap(header -> List.of(header.value().split(",")).stream())
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .toList();
        // The last coding named was applied last.
        for (int i = codings.size() - 1; i >= 0 && decoded.length > 0; i--) {
            decoded = decode(decoded, codings.get(i), limit);
        }
        return decoded;
    }

    private static byte[] decode(byte[] body, String coding, int limit) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> read(new GZIPInputStream(new ByteArrayInputStream(body)), limit);
            case "deflate" -> inflate(body, limit);
            default -> body;
        };
    }

    /** Many servers send the bare stream although the zlib format is meant: its first byte tells. */
    private static byte[] inflate(byte[] body, int limit) throws IOException {
        boolean zlib = (body[0] & 0x0F) == 8 && body.length > 1 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            return read(new InflaterInputStream(new ByteArrayInputStream(body), inflater), limit);
        } finally {
            inflater.end();
        }
    }

    static byte[] read(InputStream stream, int limit) throws IOException {
        try (stream) {
            byte[] content = stream.readNBytes(limit);
            if (stream.read() >= 0) {
                throw new ResponseTooLargeException(limit);
            }
            return content;
        }
    }
}
