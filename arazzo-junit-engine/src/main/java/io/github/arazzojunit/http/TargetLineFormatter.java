package io.github.arazzojunit.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.http.RequestLine;
import org.apache.http.message.BasicLineFormatter;
import org.apache.http.message.BasicRequestLine;
import org.apache.http.util.CharArrayBuffer;

/**
 * Also writes a target that {@link URI} takes for a missing host, such as {@code //}. It gets this far as a fragment,
 * which no target has.
 */
final class TargetLineFormatter extends BasicLineFormatter {

    private static final String STAND_IN = "/#";

    /** What the library carries for this target. */
    static URI uri(String target) {
        try {
            return new URI(target);
        } catch (URISyntaxException hostExpected) {
            return URI.create(STAND_IN + target);
        }
    }

    @Override
    protected void doFormatRequestLine(CharArrayBuffer buffer, RequestLine line) {
        String target = line.getUri();
        super.doFormatRequestLine(
                buffer,
                target.startsWith(STAND_IN)
                        ? new BasicRequestLine(
                                line.getMethod(), target.substring(STAND_IN.length()), line.getProtocolVersion())
                        : line);
    }
}
