package shiftscope.lesson;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import shiftscope.data.Dataset;
import shiftscope.session.Divergence;
import shiftscope.session.Script;
import shiftscope.session.ScriptedTwins;
import shiftscope.session.Twins;

/**
 * A pair of runs that goes along a script from step 0 so that numbers can be measured on it. It is what the window's runs are, bit by bit,
 * if it is given their script; so what is measured here is true of those on screen, and measuring holds them up by nothing.
 */
public final class Trial {
    private static final int BETWEEN_LOOKS = 16;

    private final Script script;
    private final Dataset dataset;
    private final int threads;
    private Optional<Divergence> divergence = Optional.empty();

    /**
     * @param script commands behind the last step that is asked for do not matter
     * @param threads as for {@link Twins}
     */
    public Trial(Script script, Dataset dataset, int threads) {
        this.script = script;
        this.dataset = dataset;
        this.threads = threads;
    }

    /**
     * Trains as far as needed.
     *
     * @param operands numbers of this experiment's runs
     * @param made is told of steps as they are made, at the end of those that are left because a run diverged
     * @return all of them; NaN where a run diverged before
     * @throws CancellationException if the thread is interrupted
     * @throws shiftscope.config.BadInputException if the script does not fit the data
     */
    public Map<Operand, Double> measure(Collection<Operand> operands, LongConsumer made) {
        Map<Operand, Double> measured = new LinkedHashMap<>();
        long toldOf;
        try (ScriptedTwins scripted = new ScriptedTwins(script, dataset, threads)) {
            for (long step : operands.stream().map(Trial::at).sorted().distinct().toList()) {
                boolean there = go(scripted, step, made);
                for (Operand operand : operands) {
                    if (at(operand) == step) {
                        measured.put(operand, there ? value(operand, scripted.twins()) : Double.NaN);
                    }
                }
            }
            divergence = scripted.twins().divergence();
            toldOf = scripted.twins().stepCount() / BETWEEN_LOOKS * BETWEEN_LOOKS;
        }
        made.accept(steps(operands) - toldOf);
        return measured;
    }

    /**
     * Trains up to a step and looks at the runs there.
     *
     * @param made is told of steps as they are made
     * @param look leaves the runs as they are; they are closed behind it
     * @return empty if a run diverged before
     * @throws CancellationException if the thread is interrupted
     * @throws shiftscope.config.BadInputException if the script does not fit the data
     */
    public <T> Optional<T> there(long step, LongConsumer made, Function<Twins, T> look) {
        try (ScriptedTwins scripted = new ScriptedTwins(script, dataset, threads)) {
            return go(scripted, step, made) ? Optional.of(look.apply(scripted.twins())) : Optional.empty();
        }
    }

    /** Why the runs that were measured last did not come as far as was asked for. */
    Optional<Divergence> divergence() {
        return divergence;
    }

    private static long at(Operand operand) {
        return ((Operand.InRun) operand.subject()).at();
    }

    private static double value(Operand operand, Twins twins) {
        Quantity.OfRun quantity = (Quantity.OfRun) operand.quantity();
        return quantity.measurement().of(twins, ((Operand.InRun) operand.subject()).side(), operand.arguments());
    }

    /** Returns whether the step was reached. */
    static boolean go(ScriptedTwins scripted, long step, LongConsumer made) {
        while (scripted.twins().stepCount() < step && scripted.step()) {
            if (scripted.twins().stepCount() % BETWEEN_LOOKS == 0) {
                made.accept(BETWEEN_LOOKS);
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
            }
        }
        return scripted.twins().stepCount() == step;
    }

    /** How many steps all of these need. */
    static long steps(Collection<Operand> operands) {
        return operands.stream().mapToLong(Trial::at).max().orElse(0);
    }
}
