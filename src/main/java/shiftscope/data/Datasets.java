package shiftscope.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.BadInputException;
import shiftscope.config.DataKind;
import shiftscope.config.DataSettings;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;

/** The door of this room: from settings to examples that are ready to train on. */
public final class Datasets {
    /** The most classes, so outputs, a data set may have. */
    public static final int MOST_CLASSES = 1000;

    private Datasets() {}

    /**
     * Generates or reads examples, puts them in random order, splits them and scales them.
     *
     * <p>Of n examples, {@code round(n × testShare)}, but at least one and not all, become the test set. What scaling needs to know is
     * learned from the training set alone. All randomness comes from {@code seed.data()}; equal arguments and files give equal bits on
     * every machine. Where examples look otherwise when they are tested on, that is what the test set shows. Another noise changes neither the labels nor the order nor the split. Numbers to be learned are never scaled.
     *
     * @param settings what to load; a file's path may be relative
     * @param seed the experiment's
     * @param base the folder that a relative path starts from, usually the experiment file's; not used for generated data
     * @throws BadInputException if a file cannot be used, or if there are fewer than 2 examples, or not 2 to
     *     {@value #MOST_CLASSES} classes, or more numbers than memory; names the file, what was wrong and what is accepted
     */
    public static Dataset load(DataSettings settings, Seed seed, Path base) {
        RandomStream stream = seed.data();
        RawExamples raw = raw(settings, stream, base);
        check(raw);
        int[] order = IntStream.range(0, raw.size()).toArray();
        stream.shuffle(order);
        int held = (int) Math.max(1, Math.min(raw.size() - 1, Math.round(raw.size() * settings.testShare())));
        int from = raw.size() - held;
        Examples train = pick(raw, raw.rows(), order, 0, from);
        Examples test = pick(raw, raw.moved().orElse(raw.rows()), order, from, raw.size());
        Optional<Examples> source = raw.moved().map(rows -> pick(raw, raw.rows(), order, from, raw.size()));
        Scaler scaler = Scaler.fit(settings.scaling(), train.inputs(), raw.image().isPresent());
        scaler.apply(train.inputs());
        scaler.apply(test.inputs());
        source.ifPresent(examples -> scaler.apply(examples.inputs()));
        return new Dataset(raw.name(), train, test, raw.classes(), raw.image(), source);
    }

    private static RawExamples raw(DataSettings settings, RandomStream stream, Path base) {
        DataKind kind = settings.kind();
        return switch (kind) {
            case DIGITS -> Digits.generate(settings.examples(), settings.noise(), stream);
            case CIRCLES, XOR, BLOBS, SPIRAL, MOONS -> Planes.generate(kind, settings.examples(), settings.noise(), stream);
            case PLANE, HILLS, SINE -> Surfaces.generate(kind, settings.examples(), settings.noise(), stream);
            case CATS -> Cats.generate(settings.examples(), settings.noise(), stream);
            case SCALES -> UnequalScales.generate(settings.examples(), settings.noise(), stream);
            case IDX -> IdxImages.read(path(settings, base), settings.examples());
            case CSV -> CsvTable.read(settings.file(), path(settings, base), settings.examples());
        };
    }

    private static Path path(DataSettings settings, Path base) {
        try {
            return base.resolve(settings.file().path());
        } catch (InvalidPathException e) {
            throw new BadInputException("data.file.path is " + Shown.quoted(settings.file().path())
                    + "; accepted is the path of a file as this system writes it.", e);
        }
    }

    private static void check(RawExamples raw) {
        if (raw.size() < 2) {
            throw new BadInputException(raw.name() + " has too few examples (" + raw.size() + "); accepted are 2 or more.");
        }
        if (!raw.regression() && raw.classes().size() < 2) {
            throw new BadInputException("The first " + raw.size() + " examples of " + raw.name() + " are all of one class ("
                    + Shown.quoted(raw.classes().get(0)) + "); accepted are 2 to " + MOST_CLASSES + " classes.");
        }
        Capacity.check(raw.name(), raw.size(), (long) raw.features() + raw.outputs(), 1);
    }

    /** The examples {@code order[from … to-1]}, as these rows show them. */
    private static Examples pick(RawExamples raw, RawExamples.Rows rows, int[] order, int from, int to) {
        DMatrixRMaj inputs = new DMatrixRMaj(to - from, raw.features());
        DMatrixRMaj targets = new DMatrixRMaj(to - from, raw.outputs());
        int[] labels = new int[raw.regression() ? 0 : to - from];
        for (int i = 0; i < to - from; i++) {
            int example = order[from + i];
            rows.copy(example, inputs.data, i * raw.features());
            if (raw.regression()) {
                targets.set(i, 0, raw.numbers()[example]);
            } else {
                labels[i] = raw.labels()[example];
                targets.set(i, labels[i], 1);
            }
        }
        return new Examples(inputs, targets, labels);
    }
}
