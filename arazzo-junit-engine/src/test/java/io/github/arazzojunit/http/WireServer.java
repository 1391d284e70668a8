package io.github.arazzojunit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server that keeps every byte it gets and answers with the bytes it was told, one request per connection. */
final class WireServer implements AutoCloseable {

    /** A request as it stood on the wire. */
    record Received(String requestLine, List<Header> headers, String body) {

        List<String> values(String name) {
            return headers.stream()
                    .filter(header -> header.isNamed(name))
                    .map(Header::value)
                    .toList();
        }
    }

    /** In the head of an answer: keeps the connection open after it. */
    static final String HELD = "X-Held: true";

    private final ServerSocket socket;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> silent = new ConcurrentLinkedQueue<>();

    private WireServer(ServerSocket socket) {
        this.socket = socket;
        Thread acceptor = new Thread(this::accept, "wire-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    static WireServer start() throws IOException {
        return new WireServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://localhost:" + socket.getLocalPort() + pathAndQuery);
    }

    /** The answer to all requests whose path begins with this text; other requests are never answered. */
    WireServer answer(String path, String head, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes((head.strip().replaceAll("\\s*\n", "\r\n") + "\r\n").getBytes(UTF_8));
        if (!head.contains("Content-Length:")) {
            answer.writeBytes(("Content-Length: " + body.length + "\r\n").getBytes(UTF_8));
        }
        answer.writeBytes("Connection: close\r\n\r\n".getBytes(UTF_8));
        answer.writeBytes(body);
        answers.put(path, answer.toByteArray());
        return this;
    }

    WireServer answer(String path, String head, String body) {
        return answer(path, head, body.getBytes(UTF_8));
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "wire-server-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try {
            PushbackInputStream in = new PushbackInputStream(connection.getInputStream());
            int first = in.read();
            if (!Character.isLetter(first)) {
                // A TLS client; a plain server complains in plain text.
                try (connection) {
                    connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                }
                return;
            }
            in.unread(first);
            Received request = read(in);
            received.add(request);
            String target = request.requestLine().split(" ")[1];
            byte[] answer = answers.entrySet().stream()
                    .filter(entry -> target.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (answer == null) {
                silent.add(connection);
                return;
            }
            connection.getOutputStream().write(answer);
            if (new String(answer, UTF_8).contains(HELD)) {
                silent.add(connection);
            } else {
                connection.close();
            }
        } catch (SocketException e) {
            // The client has given up, which some tests provoke.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received read(InputStream in) throws IOException {
        String requestLine = line(in);
        List<Header> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        int length = headers.stream()
                .filter(header -> header.isNamed("Content-Length"))
                .mapToInt(header -> Integer.parseInt(header.value()))
                .findFirst()
                .orElse(0);
        return new Received(requestLine, headers, new String(in.readNBytes(length), ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : silent) {
            connection.close();
        }
    }
}
