package shiftscope.ui.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import shiftscope.config.RandomStream;
import shiftscope.config.Seed;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Operand;
import shiftscope.lesson.Quantity;
import shiftscope.lesson.SweepTrial;

/** Numbers of what a lesson shows in the place of the wall: calculated from what the learner sets there, or found in a sweep run there. */
final class ShownNumbers {
    /** What an exhibit leaves open is drawn at random; the same in every window. */
    private static final long SEED = 1;

    private final ExhibitStand exhibits;
    private final Laboratory laboratory;
    private final Notices notices;
    private final Consumer<Map<Operand, ClaimLedger.Found>> found;
    private Lesson lesson;
    private Path base;
    private List<Operand> calculated = List.of();
    private Laboratory.Job job;
    private boolean again;

    /** @param found is given what was measured */
    ShownNumbers(
            ExhibitStand exhibits, Laboratory laboratory, Notices notices, Consumer<Map<Operand, ClaimLedger.Found>> found) {
        this.exhibits = exhibits;
        this.laboratory = laboratory;
        this.notices = notices;
        this.found = found;
        exhibits.argumentsProperty().addListener((property, before, now) -> calculate());
        exhibits.sweeps().addListener(this::swept);
    }

    void begin(Lesson begun, Path from) {
        lesson = begun;
        base = from;
    }

    void end() {
        lesson = null;
        calculated = List.of();
        again = false;
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /** Only claims that stand beside an exhibit are calculated from what is set there. */
    void show(List<Claim> claims) {
        calculated = claims.stream()
                .flatMap(claim -> claim.operands().stream())
                .filter(operand -> operand.subject() instanceof Operand.InExhibit)
                .distinct()
                .toList();
        calculate();
    }

    /** One calculation at a time; of what is set meanwhile only the newest counts. */
    private void calculate() {
        if (calculated.isEmpty() || exhibits.shownProperty().get() == null) {
            return;
        }
        if (job != null) {
            again = true;
            return;
        }
        List<Operand> operands = calculated;
        Arguments set = exhibits.argumentsProperty().get();
        job = laboratory.measure(() -> values(operands, set), this::calculated, sentence -> {
            notices.tell(sentence);
            calculated(Map.of());
        });
    }

    private static Map<Operand, ClaimLedger.Found> values(List<Operand> operands, Arguments set) {
        Map<Operand, ClaimLedger.Found> values = new LinkedHashMap<>();
        RandomStream random = new Seed(SEED).data();
        for (Operand operand : operands) {
            double value = ((Quantity.Calculated) operand.quantity()).calculation().of(operand.arguments().overriddenBy(set), random);
            values.put(operand, new ClaimLedger.Found(value, false, -1));
        }
        return values;
    }

    private void calculated(Map<Operand, ClaimLedger.Found> values) {
        job = null;
        found.accept(values);
        if (again) {
            again = false;
            calculate();
        }
    }

    private void swept(MapChangeListener.Change<? extends String, ? extends List<SweepTrial.Measured>> change) {
        if (lesson == null || !change.wasAdded() || !lesson.sweeps().containsKey(change.getKey())) {
            return;
        }
        String name = change.getKey();
        SweepTrial trial = new SweepTrial(lesson.sweeps().get(name), lesson.experiments(), base);
        Map<Operand, ClaimLedger.Found> values = new LinkedHashMap<>();
        lesson.claims().stream()
                .flatMap(claim -> claim.operands().stream())
                .filter(operand -> operand.subject() instanceof Operand.InSweep in && in.sweep().equals(name))
                .forEach(operand -> values.put(
                        operand, new ClaimLedger.Found(trial.value(operand, List.copyOf(change.getValueAdded())), false, -1)));
        found.accept(values);
    }
}
