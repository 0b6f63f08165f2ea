package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.engine.GoldenKeys.assertKnown;
import static shiftscope.engine.GoldenKeys.assertRelative;
import static shiftscope.engine.GoldenKeys.has;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.Golden;
import shiftscope.config.Statistics;

/**
 * Whole networks in training against PyTorch: every number of every step.
 *
 * <p>Left out, because they belong to the probes among the measures and not to the engine: of a step, {@code ics} (Santurkar and
 * others' internal covariate shift) and {@code landscape} (the loss along the gradient), which
 * {@code shiftscope.measure.GoldenGradientsTest} compares. Any other key that is not compared fails.
 */
class GoldenTrainingTest {
    private static final Set<String> LEFT_OUT = Set.of("ics", "landscape");

    private static final String FILE = "mlp_training.json";
    private static final String OTHER_NORMALIZERS = "normalizers_training.json";
    private static final Set<String> COMPARED = Set.of("init", "steps", "eval", "algorithm2");
    private static final Set<String> STEP = Set.of("x", "target", "loss", "logits", "hidden", "grads", "grad_l2", "after");
    private static final Set<String> PARAMETERS = Set.of("W", "b", "gamma", "beta");
    private static final Set<String> RUNNING = Set.of("running_mean", "running_var");
    private static final double TOLERANCE = 1e-10;
    private static final double TOLERANCE_WHERE_ROUNDING_IS_TRAINED = 1e-8;

    static Stream<Arguments> cases() {
        return Stream.concat(GoldenKeys.named(FILE), GoldenKeys.ownNamed(OTHER_NORMALIZERS));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepAgrees(JsonNode golden) {
        assertKnown("case", golden, GoldenRun.SETTINGS, COMPARED);
        assertKnown("init", golden.get("init"), PARAMETERS, RUNNING);
        GoldenRun run = new GoldenRun(golden);
        assertSizes(golden.get("sizes"), run.network());
        int number = 0;
        for (JsonNode step : golden.get("steps")) {
            String at = "step " + number++ + " ";
            assertKnown(at, step, STEP, LEFT_OUT);
            double loss = run.evaluate(step);
            assertScalar(at + "loss", step.get("loss"), loss);
            assertScalar(at + "grad_l2", step.get("grad_l2"), gradientNorm(run));
            if (has(step, "logits")) {
                assertRelative(at + "logits", GoldenKeys.matrix(step.get("logits")), run.pass().logits(), TOLERANCE);
            }
            if (has(step, "hidden")) {
                assertHidden(at, step.get("hidden"), run);
            }
            if (has(step, "grads")) {
                assertGradients(at, step.get("grads"), run);
            }
            run.update();
            assertParameters(at + "after ", step.get("after"), run);
        }
        assertTrue(number > 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inferenceAfterTrainingAgrees(JsonNode golden) {
        GoldenRun run = trained(golden);
        JsonNode eval = golden.get("eval");
        assertKnown("eval", eval, Set.of("x", "logits", "train_mode_logits_same_x"));
        assertRelative(
                "eval logits",
                GoldenKeys.matrix(eval.get("logits")),
                run.forward(eval.get("x"), Statistics.RUNNING),
                tolerance(run));
        if (has(eval, "train_mode_logits_same_x")) {
            assertRelative(
                    "training-mode logits",
                    GoldenKeys.matrix(eval.get("train_mode_logits_same_x")),
                    run.forward(eval.get("x"), Statistics.BATCH),
                    tolerance(run));
        }
    }

    /** Means of batch means and of unbiased batch variances at the final weights, then inference with them. */
    @ParameterizedTest
    @MethodSource("cases")
    void averagesOfBatchStatisticsAgree(JsonNode golden) {
        GoldenRun run = trained(golden);
        assertEquals(run.normalizesOverBatch(), has(golden, "algorithm2"), "given wherever there is a normalizer over the batch");
        if (!run.normalizesOverBatch()) {
            return;
        }
        JsonNode expected = golden.get("algorithm2");
        assertKnown("algorithm2", expected, Set.of("mean", "var", "eval_logits", "note"));
        int batches = golden.get("steps").size();
        new MiniBatchStatistics(run.network(), GoldenKeys.rowsOf(golden.get("steps")), batches, golden.get("batch").intValue())
                .measure(run.network());
        for (int i = 0; i < run.network().depth(); i++) {
            BatchNorm normalizer = RandomNetworks.batchNorm(run.network().layers().get(i));
            assertVector("mean of layer " + i, expected.get("mean").get(i), normalizer.populationMean(), tolerance(run));
            assertVector("variance of layer " + i, expected.get("var").get(i), normalizer.populationVariance(), tolerance(run));
        }
        DMatrixRMaj logits = run.forward(golden.get("eval").get("x"), Statistics.POPULATION);
        assertRelative("eval logits", GoldenKeys.matrix(expected.get("eval_logits")), logits, tolerance(run));
    }

    private static GoldenRun trained(JsonNode golden) {
        GoldenRun run = new GoldenRun(golden);
        for (JsonNode step : golden.get("steps")) {
            run.evaluate(step);
            run.update();
        }
        return run;
    }

    private static void assertSizes(JsonNode sizes, Network network) {
        assertEquals(sizes.size(), network.layers().size() + 1);
        for (int i = 0; i < network.layers().size(); i++) {
            assertEquals(sizes.get(i).intValue(), network.layers().get(i).dense().inputs());
            assertEquals(sizes.get(i + 1).intValue(), network.layers().get(i).dense().units());
        }
    }

    private static void assertHidden(String at, JsonNode hidden, GoldenRun run) {
        assertEquals(run.network().depth(), hidden.size());
        for (int i = 0; i < hidden.size(); i++) {
            LayerPass part = run.pass().layers().get(i);
            assertKnown(at + "hidden", hidden.get(i), Set.of("z", "bn_in", "out"));
            DMatrixRMaj normalizerInput = part.output() == part.activated() ? part.preActivation() : part.activated();
            assertRelative(at + "z " + i, GoldenKeys.matrix(hidden.get(i).get("z")), part.preActivation(), tolerance(run));
            assertRelative(at + "bn_in " + i, GoldenKeys.matrix(hidden.get(i).get("bn_in")), normalizerInput, tolerance(run));
            assertRelative(at + "out " + i, GoldenKeys.matrix(hidden.get(i).get("out")), part.output(), tolerance(run));
        }
    }

    private static void assertGradients(String at, JsonNode gradients, GoldenRun run) {
        assertKnown(at + "grads", gradients, PARAMETERS);
        for (int i = 0; i < run.network().layers().size(); i++) {
            LayerPass part = run.pass().layers().get(i);
            assertRelative(at + "dW " + i, GoldenKeys.transposed(gradients.get("W").get(i)), part.weightsGradient(), TOLERANCE);
            assertRow(at + "db " + i, gradients.get("b"), i, part.biasGradient(), TOLERANCE);
            boolean affine = run.network().layers().get(i).normalizer().filter(Normalizer::scaleShift).isPresent();
            assertRow(at + "dγ " + i, gradients.path("gamma"), i, affine ? part.gammaGradient() : null, TOLERANCE);
            assertRow(at + "dβ " + i, gradients.path("beta"), i, affine ? part.betaGradient() : null, TOLERANCE);
        }
    }

    private static void assertParameters(String at, JsonNode after, GoldenRun run) {
        assertKnown(at, after, PARAMETERS, RUNNING);
        for (int i = 0; i < run.network().layers().size(); i++) {
            Layer layer = run.network().layers().get(i);
            Normalizer normalizer = layer.normalizerOrNull();
            boolean affine = normalizer != null && normalizer.scaleShift();
            assertRelative(at + "W " + i, GoldenKeys.transposed(after.get("W").get(i)), layer.dense().weights(), tolerance(run));
            assertRow(at + "b " + i, after.get("b"), i, layer.dense().bias(), tolerance(run));
            assertRow(at + "γ " + i, after.path("gamma"), i, affine ? normalizer.gamma() : null, tolerance(run));
            assertRow(at + "β " + i, after.path("beta"), i, affine ? normalizer.beta() : null, tolerance(run));
            if (normalizer instanceof BatchNorm batch) {
                assertVector(at + "running mean " + i, after.get("running_mean").get(i), batch.runningMean(), tolerance(run));
                assertVector(at + "running variance " + i, after.get("running_var").get(i), batch.runningVariance(), tolerance(run));
            }
        }
    }

    /**
     * Compares a parameter that may not exist: then the golden entry is null or missing too.
     *
     * @param actual {@code null} if it does not exist
     */
    private static void assertRow(String what, JsonNode perLayer, int layer, DMatrixRMaj actual, double tolerance) {
        JsonNode expected = perLayer.path(layer);
        assertEquals(actual == null, expected.isNull() || expected.isMissingNode(), what + " exists in one of the two only");
        if (actual != null) {
            assertVector(what, expected, actual.data, tolerance);
        }
    }

    private static void assertVector(String what, JsonNode expected, double[] actual, double tolerance) {
        assertRelative(what, GoldenKeys.row(Golden.vector(expected)), GoldenKeys.row(actual), tolerance);
    }

    private static void assertScalar(String what, JsonNode expected, double actual) {
        double number = expected.doubleValue();
        Golden.assertClose(what, number, actual, TOLERANCE * Math.max(1, Math.abs(number)));
    }

    /** Over every trained parameter; what a bias before a normalizer would add is rounding. */
    private static double gradientNorm(GoldenRun run) {
        double[] squares = {0};
        run.network().visit(run.pass(), (kind, value, gradient) -> {
            for (int i = 0; i < gradient.getNumElements(); i++) {
                squares[0] += gradient.data[i] * gradient.data[i];
            }
        });
        return Math.sqrt(squares[0]);
    }

    private static double tolerance(GoldenRun run) {
        return run.roundingIsTrained() ? TOLERANCE_WHERE_ROUNDING_IS_TRAINED : TOLERANCE;
    }
}
