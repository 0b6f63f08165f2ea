package shiftscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shiftscope.config.BadInputException;
import shiftscope.config.ExperimentFile;
import shiftscope.config.ProgramVersion;
import shiftscope.config.Setting;
import shiftscope.export.WholeFile;

/**
 * The folder of a sweep: {@code sweep.json} says what sweep it is, {@code runs} holds one small file for each finished pair. Each is
 * there whole or not at all, so that a sweep may be stopped at any moment.
 */
final class SweepFolder implements AutoCloseable {
    private static final String MANIFEST = "sweep.json";
    private static final String RUNS = "runs";
    private static final String LOCK = ".lock";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;
    private final FileChannel channel;

    private SweepFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes a folder for a sweep, new or begun.
     *
     * @param base what a relative path of the experiment's data starts from
     * @throws BadInputException if it cannot be written, belongs to another sweep, or is being worked on
     */
    static SweepFolder open(Path folder, SweepPlan plan, Path base) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            SweepFolder opened = new SweepFolder(folder, channel);
            try {
                opened.lock();
                opened.claim(manifest(plan, folder, base));
                return opened;
            } catch (IOException | BadInputException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BadInputException("--out " + folder + " cannot be used (" + e.getMessage() + "); accepted is a folder that can be "
                    + "written.", e);
        }
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new BadInputException("--out " + folder + " is being written by another sweep; accepted is a folder of its own.");
        }
    }

    private void claim(ObjectNode manifest) throws IOException {
        Path file = folder.resolve(MANIFEST);
        if (Files.exists(file)) {
            JsonNode there = read(file);
            Optional<String> other = Stream.concat(fields(manifest), fields(there))
                    .filter(name -> !manifest.path(name).equals(there.path(name)))
                    .findFirst();
            if (other.isPresent()) {
                throw new BadInputException("--out " + folder + " belongs to another sweep (\"" + other.get() + "\" in its " + MANIFEST
                        + " differs); accepted is the command that began it, or another folder.");
            }
            return;
        }
        if (Files.exists(folder.resolve(RUNS))) {
            throw new BadInputException("--out " + folder + " holds a folder \"" + RUNS + "\" but no " + MANIFEST
                    + " that says of what sweep; accepted is another folder.");
        }
        write(file, manifest.toPrettyString() + "\n");
    }

    private JsonNode read(Path file) throws IOException {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new BadInputException(file + " is not a whole list of a sweep's settings; accepted is another folder.", e);
        }
    }

    private static Stream<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey);
    }

    /** Everything that decides the table, and nothing else. */
    private static ObjectNode manifest(SweepPlan plan, Path folder, Path base) throws JsonProcessingException {
        ObjectNode manifest = MAPPER.createObjectNode();
        manifest.put("version", ProgramVersion.text());
        manifest.put("steps", String.valueOf(plan.steps()));
        manifest.put("seeds", String.valueOf(plan.seeds()));
        ArrayNode over = manifest.putArray("over");
        for (SweepAxis axis : plan.axes()) {
            ArrayNode values = over.addObject().put("path", axis.path()).putArray("values");
            axis.values().stream().map(Setting::shown).forEach(values::add);
        }
        manifest.set("experiment", MAPPER.readTree(ExperimentFile.format(ExperimentFile.moved(plan.base(), base, folder))));
        return manifest;
    }

    /**
     * What a finished pair left.
     *
     * @return nothing if it is still to be trained, or if its file is damaged
     */
    Optional<SweepRows> finished(SweepPlan.Point point, long steps) {
        Path file = file(point);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return SweepRows.parse(Files.readString(file), steps);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps what a pair has left. */
    void keep(SweepPlan.Point point, SweepRows rows) {
        write(file(point), rows.text());
    }

    private Path file(SweepPlan.Point point) {
        return folder.resolve(RUNS).resolve(String.format(Locale.ROOT, "%05d.csv", point.index()));
    }

    private static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a file of the folder, whole or not at all. */
    static void write(Path file, WholeFile.Content content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be written (" + e.getMessage() + "); --out accepts a folder that can.", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new BadInputException("--out " + folder + " cannot be used (" + e.getMessage() + ").", e);
        }
    }
}
