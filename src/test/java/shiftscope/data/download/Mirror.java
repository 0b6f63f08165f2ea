package shiftscope.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that gives files as well or as badly as a test wants. */
final class Mirror implements AutoCloseable {
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /** {@code name} or {@code name bytes=…} of every request, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile int status = 200;
    volatile String location;
    volatile boolean knowsRanges = true;
    /** After so many bytes of an answer the connection breaks. */
    volatile int breaksAfter = Integer.MAX_VALUE;
    /** After so many bytes of an answer nothing more comes. */
    volatile int stallsAfter = Integer.MAX_VALUE;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Mirror() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mnist/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().replace("/mnist/", "");
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(name + (range == null ? "" : " " + range));
        if (location != null) {
            exchange.getResponseHeaders().add("Location", location);
        }
        byte[] file = files.get(name);
        if (status != 200 || file == null) {
            exchange.sendResponseHeaders(status == 200 ? 404 : status, -1);
            exchange.close();
            return;
        }
        int from = range != null && knowsRanges ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        if (from >= file.length) {
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
        try (OutputStream out = exchange.getResponseBody()) {
            int until = Math.min(file.length - from, Math.min(breaksAfter, stallsAfter));
            out.write(file, from, until);
            out.flush();
            if (stallsAfter < file.length - from) {
                Thread.sleep(60_000);
            }
            if (breaksAfter < file.length - from) {
                throw new IOException("broken on purpose");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
