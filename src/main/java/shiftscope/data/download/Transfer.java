package shiftscope.data.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** One file on its way from one address into a file that may hold its beginning already. */
final class Transfer {
    private static final int WHOLE = 200;
    private static final int REST = 206;
    private static final int NOT_THAT_RANGE = 416;
    private static final int MOST_REDIRECTS = 5;
    /** No data set fetched here is nearly as large; a server that goes on forever shall not fill the disk. */
    private static final long MOST_BYTES = 256L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GLANCE_MILLISECONDS = 100;

    private final URI address;
    private final Path part;
    private final AtomicLong arrived = new AtomicLong();
    private volatile OutputStream file = OutputStream.nullOutputStream();

    Transfer(URI address, Path part) {
        this.address = address;
        this.part = part;
    }

    /**
     * Fetches what is missing.
     *
     * @param done told how many bytes of the file are there
     * @throws TransferFailure if the server does not give it
     * @throws IOException if it cannot be written
     */
    void run(LongConsumer done) throws IOException, TransferFailure, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .proxy(ProxySelector.getDefault())
                .build();
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            long begun = Files.exists(part) ? Files.size(part) : 0;
            HttpResponse<Void> answer = get(client, at, begun, done);
            int status = answer.statusCode();
            if (status == WHOLE || status == REST) {
                return;
            }
            if (status == NOT_THAT_RANGE && begun > 0) {
                // More has been kept than there is: it is of another file.
                Files.delete(part);
            } else if (status / 100 == 3 && answer.headers().firstValue("location").isPresent()) {
                at = redirected(at, answer.headers().firstValue("location").get());
            } else {
                throw new TransferFailure(address.getHost() + " answered with HTTP status " + status);
            }
        }
        throw new TransferFailure(address.getHost() + " sends from one address to another without end");
    }

    private URI redirected(URI from, String location) throws TransferFailure {
        try {
            URI to = from.resolve(location);
            if (MnistDownload.isSafe(to)) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw new TransferFailure(address.getHost() + " sends on to an address that is none", e);
        }
        throw new TransferFailure(address.getHost() + " sends on to an address that is not https, which is not followed");
    }

    private HttpResponse<Void> get(HttpClient client, URI at, long begun, LongConsumer done)
            throws IOException, TransferFailure, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(PATIENCE).header("Accept-Encoding", "identity");
        if (begun > 0) {
            request.header("Range", "bytes=" + begun + "-");
        }
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(), info -> body(info, begun));
        try {
            return await(answer, done);
        } finally {
            // Without effect on an answer that is complete.
            answer.cancel(true);
            file.close();
        }
    }

    private BodySubscriber<Void> body(HttpResponse.ResponseInfo info, long begun) {
        boolean rest = info.statusCode() == REST
                && info.headers().firstValue("content-range").filter(range -> range.startsWith("bytes " + begun + "-")).isPresent();
        if (info.statusCode() != WHOLE && !rest) {
            if (info.statusCode() == REST) {
                throw new UncheckedIOException(new IOException("the answer holds another part than was asked for"));
            }
            return BodyHandlers.discarding().apply(info);
        }
        file = open(rest);
        arrived.set(rest ? begun : 0);
        return BodySubscribers.ofByteArrayConsumer(bytes -> {
            try {
                if (bytes.isPresent()) {
                    file.write(bytes.get());
                    if (arrived.addAndGet(bytes.get().length) > MOST_BYTES) {
                        throw new UncheckedIOException(new IOException("the answer does not end"));
                    }
                }
            } catch (IOException e) {
                throw new Unwritten(e);
            }
        });
    }

    private OutputStream open(boolean append) {
        try {
            return append
                    ? Files.newOutputStream(part, StandardOpenOption.APPEND)
                    : Files.newOutputStream(part);
        } catch (IOException e) {
            throw new Unwritten(e);
        }
    }

    /** Waits in short glances, so that progress is told and a server that falls silent is noticed. */
    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, LongConsumer done)
            throws IOException, TransferFailure, InterruptedException {
        long last = -1;
        long silentSince = System.nanoTime();
        while (true) {
            try {
                HttpResponse<Void> whole = answer.get(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS);
                done.accept(arrived.get());
                return whole;
            } catch (TimeoutException e) {
                long now = arrived.get();
                if (now != last) {
                    last = now;
                    silentSince = System.nanoTime();
                    done.accept(now);
                } else if (System.nanoTime() - silentSince > PATIENCE.toNanos()) {
                    throw new TransferFailure(address.getHost() + " fell silent", e);
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
    }

    /** Tells a full disk, which no other mirror helps against, from a server or a way to it that failed. */
    private TransferFailure failure(Throwable cause) throws IOException {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof Unwritten unwritten) {
                throw unwritten.getCause();
            }
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new TransferFailure(address.getHost() + " cannot be reached", cause);
        }
        return new TransferFailure(address.getHost() + " broke off", cause);
    }

    /** The file could not be written. */
    private static final class Unwritten extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        Unwritten(IOException cause) {
            super(cause);
        }
    }
}
