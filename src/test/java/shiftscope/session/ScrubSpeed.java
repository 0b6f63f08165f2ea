package shiftscope.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shiftscope.config.Experiment;

/**
 * How long it takes from asking for another step of a long run until its snapshot can be taken, made on purpose: {@code mvn test
 * -Dtest=ScrubSpeed -DexcludedGroups= -Dgroups=speed}. The numbers of steps and of questions may be given as {@code -Dscrub.steps} and
 * {@code -Dscrub.questions}.
 */
@Tag("speed")
class ScrubSpeed {
    private static final int STEPS = Integer.getInteger("scrub.steps", 50_000);
    private static final int QUESTIONS = Integer.getInteger("scrub.questions", 200);
    private static final int ROUNDS = 31;
    /** Of the recorded steps, both have the same number in each. */
    private static final int BLOCK = 1_000;
    private static final double MILLISECOND = 1e6;

    @Test
    void scrubbing() {
        Experiment experiment = Experiment.standard();
        Twins twins = new Twins(experiment, SmallWorld.dataset(experiment), Twins.threadsHere());
        try (Trainer trainer = Trainer.open(twins)) {
            long begin = System.nanoTime();
            trainer.advance(STEPS);
            TimeView time = Patience.awaitPause(trainer, STEPS).time();
            say("%d steps in %.1f s; %d states of %.2f MB; %.1f of %.1f MB are used%n", STEPS, (System.nanoTime() - begin) / 1e9,
                    time.keyframes(), twins.stateBytes() / 1e6, time.bytes() / 1e6, time.mostBytes() / 1e6);
            SplittableRandom random = new SplittableRandom(5);
            double[] waited = new double[QUESTIONS];
            for (int i = 0; i < QUESTIONS; i++) {
                waited[i] = wait(trainer, random.nextInt(STEPS));
            }
            tell("any step", waited);
            wait(trainer, STEPS);
            double[] back = new double[20];
            for (int i = 0; i < back.length; i++) {
                back[i] = wait(trainer, STEPS - 1 - i);
            }
            tell("a step back at the head", back);
            wait(trainer, STEPS / 2);
            for (int i = 0; i < back.length; i++) {
                back[i] = wait(trainer, STEPS / 2 - 1 - i);
            }
            tell("a step back in the past", back);
        }
    }

    /** Blocks of steps without a timeline and with one, in turn. */
    @Test
    void keeping() {
        Experiment experiment = Experiment.standard();
        try (Twins alone = new Twins(experiment, SmallWorld.dataset(experiment), Twins.threadsHere());
                Timeline timeline = new Timeline(new Twins(experiment, SmallWorld.dataset(experiment), Twins.threadsHere()))) {
            double[] ratios = new double[ROUNDS];
            block(alone::step);
            block(timeline::step);
            for (int i = 0; i < ROUNDS; i++) {
                double without = i % 2 == 0 ? block(alone::step) : 0;
                double with = block(timeline::step);
                ratios[i] = with / (i % 2 == 0 ? without : block(alone::step));
            }
            Arrays.sort(ratios);
            say("a step with a timeline takes %.2f %% of one without: median of %d rounds of %d steps, %.2f to %.2f %%%n",
                    100 * ratios[ROUNDS / 2], ROUNDS, BLOCK, 100 * ratios[0], 100 * ratios[ROUNDS - 1]);
        }
    }

    private static double block(BooleanSupplier steps) {
        long begin = System.nanoTime();
        for (int step = 0; step < BLOCK; step++) {
            steps.getAsBoolean();
        }
        return System.nanoTime() - begin;
    }

    /** Milliseconds until the snapshot of a step was taken. */
    private static double wait(Trainer trainer, long step) {
        trainer.take();
        long begin = System.nanoTime();
        trainer.goTo(step);
        while (trainer.take().filter(one -> one.step() == step && one.time().seeking() < 0).isEmpty()) {
            LockSupport.parkNanos(100_000);
        }
        return (System.nanoTime() - begin) / MILLISECOND;
    }

    private static void tell(String what, double[] waited) {
        Arrays.sort(waited);
        say("%s: median %.0f ms, 95th percentile %.0f ms, most %.0f ms, of %d%n", what, waited[waited.length / 2],
                waited[(int) Math.ceil(0.95 * waited.length) - 1], waited[waited.length - 1], waited.length);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
