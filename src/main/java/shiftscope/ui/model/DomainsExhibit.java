package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import shiftscope.config.DataSettings;
import shiftscope.config.Scaling;
import shiftscope.config.Seed;
import shiftscope.config.Side;
import shiftscope.data.Dataset;
import shiftscope.data.Datasets;
import shiftscope.data.Examples;
import shiftscope.lesson.Domains;
import shiftscope.lesson.Domains.Domain;
import shiftscope.lesson.Exhibit;
import shiftscope.lesson.Trial;
import shiftscope.plot.DomainsScene;
import shiftscope.session.Script;
import shiftscope.session.Snapshot;
import shiftscope.session.Twins;

/**
 * The exhibit of data that move: images of both, and what both networks on screen make of them, measured beside them whenever they stand
 * still. The runs on screen are not changed.
 */
public final class DomainsExhibit {
    private static final Texts TEXTS = Texts.beside(DomainsExhibit.class, "sentences");
    private static final int IMAGES = 60;

    private final Bench bench;
    private final Laboratory laboratory;
    private final ExhibitStand exhibits;
    private final ReadOnlyObjectWrapper<DomainsScene> scene = new ReadOnlyObjectWrapper<>(this, "scene");
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Moment measured;
    /** Whether other runs than those that were measured stand on the bench. */
    private boolean others;
    private Laboratory.Job job = () -> {};

    /** Which runs, where: what is measured there stays true as long as this is equal. */
    private record Moment(Script script, Path base) {
        boolean sameData(Moment other) {
            return other != null
                    && script.start().data().equals(other.script.start().data())
                    && script.start().seed() == other.script.start().seed()
                    && base.equals(other.base);
        }
    }

    DomainsExhibit(Bench bench, Laboratory laboratory, ExhibitStand exhibits) {
        this.bench = bench;
        this.laboratory = laboratory;
        this.exhibits = exhibits;
        exhibits.shownProperty().addListener((property, before, now) -> look());
        bench.snapshotProperty().addListener((property, before, now) -> look());
        bench.openingProperty().addListener((property, before, now) -> look());
        bench.whenOpened(session -> others = true);
    }

    /** What is to be drawn; {@code null} before the first images are there. */
    public ReadOnlyObjectProperty<DomainsScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** Whether something is being measured. */
    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** What is to be said of what is shown; may be empty. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Measures at the step of now, with statistics that are taken again from inputs of the target. */
    public void takeAgain() {
        if (shown() && bench.snapshotProperty().get() != null && !bench.openingProperty().get()) {
            measure(true);
        }
    }

    private boolean shown() {
        return exhibits.shownProperty().get() != null && exhibits.shownProperty().get().exhibit().kind() == Exhibit.Kind.DOMAINS;
    }

    /** Measures runs that stand still; those that play once only, for the images. What is about to give way is not worth it. */
    private void look() {
        Snapshot now = bench.snapshotProperty().get();
        if (!shown()) {
            job.cancel();
            measuring.set(false);
            measured = null;
            scene.set(null);
        } else if (now != null && !bench.openingProperty().get() && (!now.playing() || measured == null || others)) {
            measure(false);
        }
    }

    private void measure(boolean again) {
        Path base = bench.sitting().base();
        bench.withSession(session -> session.script(false, script -> laboratory.inFront(() -> {
            Moment moment = new Moment(script, base);
            bench.withSession(there -> {
                if (there == session && shown() && (again || !moment.equals(measured))) {
                    begin(moment, again);
                }
            });
        })));
    }

    private void begin(Moment moment, boolean again) {
        job.cancel();
        if (!moment.sameData(measured)) {
            scene.set(null);
        }
        measured = moment;
        others = false;
        measuring.set(true);
        message.set(TEXTS.get(again ? "domains.takingAgain" : "domains.measuring"));
        DomainsScene before = scene.get();
        job = laboratory.measure(() -> measure(moment, again, Optional.ofNullable(before)), this::show, this::refuse);
    }

    private void show(Optional<DomainsScene> now) {
        measuring.set(false);
        now.ifPresentOrElse(it -> {
            scene.set(it);
            message.set(it.reading()
                    .map(reading -> TEXTS.get("domains.measured", Numbers.grouped(reading.step())))
                    .orElse(TEXTS.get("domains.diverged")));
        }, () -> message.set(TEXTS.get("domains.still")));
    }

    private void refuse(String sentence) {
        measuring.set(false);
        message.set(sentence);
    }

    /** Returns nothing where data do not move. */
    private static Optional<DomainsScene> measure(Moment moment, boolean again, Optional<DomainsScene> before) {
        DataSettings data = moment.script().start().data();
        Seed seed = new Seed(moment.script().start().seed());
        Dataset dataset = Datasets.load(data, seed, moment.base());
        if (dataset.source().isEmpty()) {
            return Optional.empty();
        }
        DomainsScene images = before.orElseGet(() -> images(Datasets.load(
                new DataSettings(data.kind(), data.examples(), data.noise(), Scaling.RAW, data.testShare(), data.file()),
                seed,
                moment.base())));
        Optional<DomainsScene.Reading> reading = new Trial(moment.script(), dataset, 1)
                .there(moment.script().step(), steps -> {}, twins -> reading(twins, again));
        return Optional.of(new DomainsScene(images.width(), images.source(), images.target(), reading));
    }

    private static DomainsScene images(Dataset raw) {
        int width = raw.image().orElseThrow().width();
        return new DomainsScene(width, images(raw.source().orElseThrow()), images(raw.test()), Optional.empty());
    }

    private static List<float[]> images(Examples examples) {
        List<float[]> images = new ArrayList<>();
        int features = examples.inputs().numCols;
        for (int i = 0; i < Math.min(IMAGES, examples.size()); i++) {
            float[] image = new float[features];
            for (int k = 0; k < features; k++) {
                image[k] = (float) examples.inputs().get(i, k);
            }
            images.add(image);
        }
        return images;
    }

    private static DomainsScene.Reading reading(Twins twins, boolean again) {
        return new DomainsScene.Reading(twins.stepCount(), reading(twins, Side.A, again), reading(twins, Side.B, again));
    }

    private static DomainsScene.OfRun reading(Twins twins, Side side, boolean again) {
        Domains domains = Domains.of(twins, side);
        boolean overBatch = IntStream.rangeClosed(1, twins.experiment().network().hidden().size())
                .anyMatch(layer -> twins.experiment().run(side).normalization(layer).overBatch());
        return new DomainsScene.OfRun(
                domains.accuracy(Domain.SOURCE, Domain.SOURCE),
                moved(domains, Domain.SOURCE),
                again && overBatch ? Optional.of(moved(domains, Domain.TARGET)) : Optional.empty());
    }

    private static DomainsScene.Moved moved(Domains domains, Domain statistics) {
        return new DomainsScene.Moved(
                domains.accuracy(statistics, Domain.TARGET),
                Arrays.stream(domains.shifts(statistics, Domain.TARGET)).boxed().toList());
    }
}
