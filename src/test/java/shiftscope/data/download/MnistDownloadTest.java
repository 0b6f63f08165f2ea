package shiftscope.data.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.BadInputException;
import shiftscope.config.DataSettings;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;

/** Against servers on this machine; the real ones are never asked. */
class MnistDownloadTest {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";
    private static final int COUNT = 600;

    private final byte[] images = images();
    private final byte[] labels = labels();
    private final List<RemoteFile> wanted = List.of(file(IMAGES, images), file(LABELS, labels));
    private final List<Long> progress = new ArrayList<>();

    @TempDir
    private Path parent;

    private Path folder;
    private Mirror first;
    private Mirror second;

    @BeforeEach
    void start() throws IOException {
        folder = parent.resolve("not there yet").resolve("mnist");
        first = mirror();
        second = mirror();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private Mirror mirror() throws IOException {
        Mirror mirror = new Mirror();
        mirror.files.put(IMAGES, images);
        mirror.files.put(LABELS, labels);
        return mirror;
    }

    private static byte[] images() {
        byte[] pixels = new byte[COUNT * 28 * 28];
        new Random(3).nextBytes(pixels);
        return ByteBuffer.allocate(16 + pixels.length).putInt(0x803).putInt(COUNT).putInt(28).putInt(28).put(pixels).array();
    }

    private static byte[] labels() {
        ByteBuffer bytes = ByteBuffer.allocate(8 + COUNT).putInt(0x801).putInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            bytes.put((byte) (i % 10));
        }
        return bytes.array();
    }

    private static RemoteFile file(String name, byte[] bytes) {
        try {
            return new RemoteFile(name, bytes.length, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private MnistDownload download() {
        return new MnistDownload(List.of(first.address(), second.address()), folder, wanted);
    }

    private void fetch() throws InterruptedException {
        assertEquals(folder, download().fetch((done, total) -> {
            assertEquals(images.length + labels.length, total);
            progress.add(done);
        }));
    }

    private String refused() {
        String sentence = assertThrows(BadInputException.class, this::fetch).getMessage();
        assertTrue(sentence.endsWith(".") && !sentence.contains("\n") && !sentence.contains("Exception"), sentence);
        return sentence;
    }

    private void assertWhole() throws IOException {
        assertArrayEquals(images, Files.readAllBytes(folder.resolve(IMAGES)));
        assertArrayEquals(labels, Files.readAllBytes(folder.resolve(LABELS)));
        assertEquals(List.of(IMAGES, LABELS), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path part() {
        return folder.resolve(IMAGES + ".part");
    }

    private void begin(byte[] beginning) throws IOException {
        Files.createDirectories(folder);
        Files.write(part(), beginning);
    }

    @Test
    void fetchesEverythingAndTheFolderOpensAsADataSet() throws Exception {
        fetch();

        assertWhole();
        assertEquals(List.of(IMAGES, LABELS), first.asked);
        assertTrue(second.asked.isEmpty());
        DataSettings settings = Experiment.standard().data().withFile(folder.toString());
        Dataset dataset = Datasets.load(settings, new Seed(1), Path.of(""));
        assertEquals(COUNT, dataset.train().size() + dataset.test().size());
        assertEquals(784, dataset.features());
        assertEquals(10, dataset.outputs());
    }

    @Test
    void progressGrowsFromNothingToAll() throws Exception {
        fetch();

        assertEquals(0, progress.get(0));
        assertEquals(images.length + labels.length, progress.get(progress.size() - 1));
        assertEquals(progress.stream().sorted().toList(), progress);
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
        fetch();
        first.asked.clear();
        fetch();
        assertTrue(first.asked.isEmpty(), first.asked.toString());

        Files.write(folder.resolve(LABELS), new byte[] {1});
        fetch();
        assertEquals(List.of(LABELS), first.asked);
        assertWhole();
    }

    @Test
    void goesOnWhereItWasCut() throws Exception {
        first.breaksAfter = 100_000;
        second.status = 503;
        refused();
        assertEquals(List.of(IMAGES + ".part"), names());
        long kept = Files.size(part());
        assertTrue(kept > 0 && kept <= 100_000, kept + " bytes kept");

        first.breaksAfter = Integer.MAX_VALUE;
        first.asked.clear();
        fetch();

        assertEquals(IMAGES + " bytes=" + kept + "-", first.asked.get(0));
        assertWhole();
    }

    @Test
    void theSecondMirrorGoesOnWhereTheFirstWasCut() throws Exception {
        first.breaksAfter = 100_000;
        first.files.remove(LABELS);

        fetch();

        assertTrue(second.asked.get(0).matches(IMAGES + " bytes=\\d+-"), second.asked.toString());
        assertWhole();
    }

    @Test
    void aServerThatKnowsNoRangesGivesTheWholeOnceMore() throws Exception {
        begin(Arrays.copyOf(images, 1_000));
        first.knowsRanges = false;

        fetch();

        assertEquals(IMAGES + " bytes=1000-", first.asked.get(0));
        assertWhole();
    }

    @Test
    void aBeginningOfAnotherFileIsGivenUp() throws Exception {
        begin(new byte[1_000]);
        fetch();
        assertWhole();

        Files.delete(folder.resolve(IMAGES));
        begin(new byte[images.length + 5]);
        fetch();
        assertWhole();
    }

    @Test
    void wrongBytesAreDeletedAndTheSecondMirrorIsAsked() throws Exception {
        byte[] wrong = images.clone();
        wrong[77] ^= 1;
        first.files.put(IMAGES, wrong);

        fetch();

        assertEquals(List.of(IMAGES), second.asked);
        assertWhole();
    }

    @Test
    void wrongBytesEverywhereLeaveNothing() throws Exception {
        first.files.put(IMAGES, new byte[10]);
        second.files.put(IMAGES, Arrays.copyOf(images, images.length - 1));

        String sentence = refused();

        assertTrue(sentence.contains(IMAGES) && sentence.contains("SHA-256"), sentence);
        assertEquals(List.of(), names());
    }

    @Test
    void afterA404TheSecondMirrorIsAsked() throws Exception {
        first.files.clear();

        fetch();

        assertEquals(List.of(IMAGES, LABELS), second.asked);
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429, 500, 503})
    void anErrorOfBothNamesItsNumber(int status) throws Exception {
        first.status = status;
        second.status = status;

        assertTrue(refused().contains("127.0.0.1 answered with HTTP status " + status), "status");
        assertEquals(List.of(), names());
    }

    @Test
    void offlineIsOneSentence() throws Exception {
        first.close();
        second.close();

        String sentence = refused();

        assertTrue(sentence.contains("cannot be reached"), sentence);
        assertEquals(List.of(), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/mnist/x", "ftp://127.0.0.1/x", "http:///x", "http://[", "file:///etc/passwd"})
    void doesNotFollowWhereItIsNotSafe(String location) throws Exception {
        first.status = 302;
        first.location = location;
        second.status = 404;

        String sentence = refused();

        assertTrue(sentence.contains("sends on to an address that is"), sentence);
        assertEquals(List.of(), names());
    }

    @Test
    void followsWhereItIsSafeButNotForever() throws Exception {
        first.status = 307;
        first.location = second.address() + IMAGES;
        begin(Arrays.copyOf(images, 10));
        second.files.remove(LABELS);
        refused();
        assertArrayEquals(images, Files.readAllBytes(folder.resolve(IMAGES)));

        first.location = first.address() + IMAGES;
        assertTrue(refused().contains("without end"));
    }

    @Test
    void addressesThatAreNotSafeAreRefused() {
        for (String address : List.of("http://example.com/", "ftp://example.com/", "example.com", "http://127.0.0.1.example.com/")) {
            String sentence = assertThrows(
                            BadInputException.class, () -> new MnistDownload(List.of(URI.create(address)), folder, wanted))
                    .getMessage();
            assertTrue(sentence.contains(address) && sentence.contains("https"), sentence);
        }
        assertTrue(MnistDownload.MIRRORS.stream().allMatch(mirror -> "https".equals(mirror.getScheme())));
        assertTrue(MnistDownload.FILES.stream().allMatch(file -> file.sha256().matches("[0-9a-f]{64}")));
    }

    @Test
    void cancelAnswersSoonAndKeepsWhatHasArrived() throws Exception {
        first.stallsAfter = 50_000;
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                download().fetch((done, total) -> {
                    if (done > 0) {
                        begun.countDown();
                    }
                });
            } catch (InterruptedException | RuntimeException e) {
                end.set(e);
            }
        });
        thread.start();
        assertTrue(begun.await(30, TimeUnit.SECONDS), "nothing arrived");
        thread.interrupt();
        thread.join(10_000);

        assertFalse(thread.isAlive());
        assertTrue(end.get() instanceof InterruptedException, String.valueOf(end.get()));
        assertEquals(List.of(IMAGES + ".part"), names());
        first.stallsAfter = Integer.MAX_VALUE;
        fetch();
        assertWhole();
    }

    @Test
    void aFullDiskIsOneSentenceAndNoReasonToAskAnotherMirror() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no disk that is always full");
        Files.createDirectories(folder);
        Files.createSymbolicLink(part(), full);

        String sentence = refused();

        assertTrue(sentence.contains(folder.toString()) && sentence.contains("12 MB"), sentence);
        assertTrue(second.asked.isEmpty());
    }

    @Test
    void aFolderThatCannotBeMadeIsOneSentence() throws Exception {
        Files.write(parent.resolve("not there yet"), new byte[0]);

        assertTrue(refused().contains(folder.toString()));
    }
}
