package io.github.arazzojunit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server that does on each connection what a test says, also what no server should do. */
final class ScriptedServer implements AutoCloseable {

    /** What happens on one connection; ends with an exception when the client goes away. */
    @FunctionalInterface
    interface Script {
        void play(Connection connection) throws IOException, InterruptedException;
    }

    private static final int PAUSE_MILLIS = 50;

    private final ServerSocket socket;
    private final Script script;
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);

    ScriptedServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    ScriptedServer(ServerSocket socket, Script script) {
        this.script = script;
        this.socket = socket;
        start(this::accept);
    }

    /** One connection, seen from the server. */
    final class Connection {

        private final InputStream in;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        /** Reads up to the end of the head of a request; its first line. */
        String request() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the client is gone");
                }
                head.append((char) next);
            }
            heads.add(head.toString());
            asked.release();
            return head.substring(0, head.indexOf("\r\n"));
        }

        /** What follows the head of a request. */
        String body(int length) throws IOException {
            return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        }

        void write(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            out.write(bytes);
            out.flush();
            written.addAndGet(bytes.length);
        }

        /** An answer after which the connection stays open. */
        void answer(String body) throws IOException {
            write("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        /** Writes the same again and again until the client goes away. */
        void forever(String text) throws IOException {
            while (true) {
                write(text);
            }
        }

        /** The same, slowly: long before anybody could take it for silence. */
        void drip(String text) throws IOException, InterruptedException {
            while (!released.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                write(text);
            }
        }

        /** Once, a character after the other. */
        void slowly(String text) throws IOException, InterruptedException {
            for (int i = 0; i < text.length() && !released.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); i++) {
                write(text.substring(i, i + 1));
            }
        }

        /** Waits until the client goes away. */
        void hold() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        /** Reads nothing until the test lets it. */
        void ignore() throws IOException, InterruptedException {
            asked.release();
            released.await();
            hold();
        }
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://localhost:" + socket.getLocalPort() + pathAndQuery);
    }

    /** Returns when a request is there. */
    void awaitRequest() throws InterruptedException {
        asked.acquire();
    }

    /** Returns when a connection is over, because the script is or because the client has closed it. */
    void awaitEnd() throws InterruptedException {
        ended.acquire();
    }

    /** Ends what drips and what ignores. */
    void release() {
        released.countDown();
    }

    int connections() {
        return accepted.get();
    }

    List<String> heads() {
        return List.copyOf(heads);
    }

    /** Bytes that the network has taken. */
    long written() {
        return written.get();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                accepted.incrementAndGet();
                connections.add(connection);
                start(() -> play(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void play(Socket connection) {
        try (connection) {
            script.play(new Connection(connection));
        } catch (IOException e) {
            // The client has given up, which is what most scripts wait for.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.release();
        }
    }

    @Override
    public void close() throws IOException {
        release();
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
