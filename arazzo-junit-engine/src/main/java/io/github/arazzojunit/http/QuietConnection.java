package io.github.arazzojunit.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.io.DefaultHttpResponseParser;
import org.apache.http.impl.io.HttpRequestWriter;
import org.apache.http.impl.io.SocketInputBuffer;
import org.apache.http.impl.io.SocketOutputBuffer;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.HttpMessageWriter;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.io.SessionOutputBuffer;
import org.apache.http.params.HttpParams;
import org.jspecify.annotations.Nullable;

/**
 * A connection that writes nothing into the logs of wire and headers, where credentials would be readable, and that
 * reads heads of a limited size.
 */
@SuppressWarnings("deprecation")
final class QuietConnection extends DefaultClientConnection {

    /** The limit of the client of the JDK. */
    private static final int MAX_HEAD_BYTES = 384 << 10;

    private static final int BUFFER_BYTES = 8 << 10;

    private @Nullable HttpMessageWriter<HttpRequest> writer;
    private @Nullable HttpMessageParser<HttpResponse> parser;

    @Override
    protected SessionInputBuffer createSessionInputBuffer(Socket socket, int size, HttpParams params)
            throws IOException {
        return new Input(socket, params);
    }

    @Override
    protected SessionOutputBuffer createSessionOutputBuffer(Socket socket, int size, HttpParams params)
            throws IOException {
        return new SocketOutputBuffer(socket, BUFFER_BYTES, params);
    }

    @Override
    protected HttpMessageWriter<HttpRequest> createRequestWriter(SessionOutputBuffer buffer, HttpParams params) {
        HttpMessageWriter<HttpRequest> created = new HttpRequestWriter(buffer, new TargetLineFormatter(), params);
        writer = created;
        return created;
    }

    /** One that expects a response at once: the other kind of this class skips lines until it finds one. */
    @Override
    protected HttpMessageParser<HttpResponse> createResponseParser(
            SessionInputBuffer buffer, HttpResponseFactory factory, HttpParams params) {
        HttpMessageParser<HttpResponse> created = new DefaultHttpResponseParser(buffer, null, factory, params);
        parser = created;
        return created;
    }

    @Override
    public void sendRequestHeader(HttpRequest request) throws HttpException, IOException {
        assertOpen();
        opened(writer).write(request);
    }

    @Override
    public HttpResponse receiveResponseHeader() throws HttpException, IOException {
        assertOpen();
        return opened(parser).parse();
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The connection is not open.");
        }
        return part;
    }

    /** Ends the connection at once, from any thread: without a farewell, for which TLS would wait. */
    void abort() {
        Socket socket = getSocket();
        if (socket != null) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException e) {
                // Closed already.
                return;
            }
        }
        try {
            shutdown();
        } catch (IOException e) {
            // Nobody waits for what else would have come.
            return;
        }
    }

    /** Counts what is not content: status lines, header fields, sizes of chunks and what follows the last one. */
    private static final class Input extends SocketInputBuffer {

        private int sinceContent;

        Input(Socket socket, HttpParams params) throws IOException {
            super(socket, BUFFER_BYTES, params);
        }

        @Override
        protected int fillBuffer() throws IOException {
            int count = super.fillBuffer();
            sinceContent += Math.max(0, count);
            if (sinceContent > MAX_HEAD_BYTES) {
                throw new IOException("its header is larger than " + MAX_HEAD_BYTES + " bytes");
            }
            return count;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            sinceContent = 0;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            sinceContent = 0;
            return count;
        }
    }
}
