package io.github.arazzojunit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Removes gzip and deflate (HTTP-08); other codings stay, and so does the body below them. */
final class ContentCoding {

    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate", "identity");

    private ContentCoding() {}

    /**
     * @param limit of the decoded size, so that a small answer cannot fill the memory
     * @throws IOException when the content is not what the header says, or too large
     */
    static byte[] decode(byte[] body, List<Header> headers, int limit) throws IOException {
        byte[] decoded = body;
        List<String> codings = codings(headers);
        // The last coding named was applied last.
        for (int i = codings.size() - 1; i >= 0 && decoded.length > 0 && isKnown(codings.get(i)); i--) {
            decoded = decode(decoded, codings.get(i), limit);
        }
        return decoded;
    }

    /** Those that are still on the body after {@link #decode}, in the order of the header. */
    static List<String> remaining(List<Header> headers) {
        List<String> codings = codings(headers);
        int end = codings.size();
        while (end > 0 && isKnown(codings.get(end - 1))) {
            end--;
        }
        return codings.subList(0, end);
    }

    private static boolean isKnown(String coding) {
        return KNOWN.contains(coding);
    }

    private static List<String> codings(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.isNamed("Content-Encoding"))
                .flatMap(header -> List.of(header.value().split(",")).stream())
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty())
                .toList();
    }

    private static byte[] decode(byte[] body, String coding, int limit) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> gunzip(body, limit);
            case "deflate" -> inflate(body, limit);
            default -> body;
        };
    }

    private static byte[] gunzip(byte[] body, int limit) throws IOException {
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return read(content, limit);
        }
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

    /** Does not close the stream: that of a connection would read on to the end of the body. */
    static byte[] read(InputStream stream, int limit) throws IOException {
        byte[] content = stream.readNBytes(limit);
        if (stream.read() >= 0) {
            throw new ResponseTooLargeException(limit);
        }
        return content;
    }
}
