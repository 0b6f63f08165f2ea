package shiftscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shiftscope.Golden.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.engine.GoldenKeys;
import shiftscope.engine.GoldenRun;
import shiftscope.engine.Network;

/** The gradient definition of internal covariate shift and the landscape along the gradient, against PyTorch, wherever they are given. */
class GoldenGradientsTest {
    private static final String FILE = "mlp_training.json";
    private static final double TOLERANCE = 1e-9;

    static Stream<Arguments> cases() {
        return GoldenKeys.named(FILE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void internalCovariateShiftAgrees(JsonNode golden) {
        GoldenRun run = new GoldenRun(golden);
        int compared = 0;
        for (JsonNode step : golden.get("steps")) {
            Network before = run.network().copy();
            run.evaluate(step);
            run.update();
            if (step.has("ics")) {
                GradientShift shift = new GradientShift(before, GoldenRun.inputs(step).numRows);
                long unchanged = before.hash() ^ run.network().hash();
                shift.measure(before, run.network(), GoldenRun.inputs(step), run.targets(step), run.loss());
                assertShift(step.get("ics"), shift);
                assertEquals(unchanged, before.hash() ^ run.network().hash());
                compared++;
            }
        }
        assertTrue(compared > 0);
    }

    private static void assertShift(JsonNode layers, GradientShift actual) {
        for (JsonNode layer : layers) {
            GoldenKeys.assertKnown("ics", layer, Set.of("layer", "l2", "cos", "norm_G", "norm_Gprime"));
            int index = layer.get("layer").intValue();
            double difference = layer.get("l2").doubleValue();
            double norm = layer.get("norm_G").doubleValue();
            assertRelative("‖G − G′‖ of " + index, difference, actual.difference(index));
            assertRelative("cosine of " + index, layer.get("cos").doubleValue(), actual.cosine(index));
            assertRelative("‖G − G′‖ / ‖G‖ of " + index, difference / norm, actual.relative(index));
            if (difference > 0) {
                // The law of cosines: what is said of the difference fits what is said of G′.
                double other = layer.get("norm_Gprime").doubleValue();
                double expected = norm * norm + other * other - 2 * norm * other * actual.cosine(index);
                assertClose("law of cosines", expected, actual.difference(index) * actual.difference(index), TOLERANCE * norm * other);
            }
        }
        assertEquals(0, actual.difference(0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLandscapeAgrees(JsonNode golden) {
        GoldenRun run = new GoldenRun(golden);
        int compared = 0;
        for (JsonNode step : golden.get("steps")) {
            if (step.has("landscape")) {
                long before = run.network().hash();
                assertLandscape(step, run);
                assertEquals(before, run.network().hash());
                compared++;
            }
            run.evaluate(step);
            run.update();
        }
        assertTrue(compared > 0);
    }

    private static void assertLandscape(JsonNode step, GoldenRun run) {
        JsonNode expected = step.get("landscape");
        GoldenKeys.assertKnown("landscape", expected, Set.of("loss0", "grad_norm0", "rows", "effective_beta_smoothness"));
        JsonNode rows = expected.get("rows");
        double[] multiples = StreamSupport.stream(rows.spliterator(), false)
                .mapToDouble(row -> row.get("multiple_of_lr").doubleValue())
                .toArray();
        DMatrixRMaj x = GoldenRun.inputs(step);
        Landscape actual = new Landscape(run.network(), x.numRows, multiples);
        actual.measure(run.network(), x, run.targets(step), run.loss(), run.learningRate());
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double change = 0;
        for (int i = 0; i < multiples.length; i++) {
            JsonNode row = rows.get(i);
            GoldenKeys.assertKnown("row", row, Set.of("multiple_of_lr", "loss", "grad_l2_diff", "beta"));
            assertRelative("loss at " + multiples[i], row.get("loss").doubleValue(), actual.loss(i));
            assertRelative("gradient at " + multiples[i], row.get("grad_l2_diff").doubleValue(), actual.gradientChange(i));
            assertRelative("β at " + multiples[i], row.get("beta").doubleValue(), actual.smoothness(i));
            least = Math.min(least, row.get("loss").doubleValue());
            most = Math.max(most, row.get("loss").doubleValue());
            change = Math.max(change, row.get("grad_l2_diff").doubleValue());
        }
        assertRelative("least loss", least, actual.leastLoss());
        assertRelative("most loss", most, actual.mostLoss());
        assertRelative("predictiveness", change, actual.largestGradientChange());
        assertRelative("effective β", expected.get("effective_beta_smoothness").doubleValue(), actual.effectiveSmoothness());

        // What is given of the start shows at a step of 0, and where a change is divided by its distance.
        Landscape start = new Landscape(run.network(), x.numRows, 0);
        start.measure(run.network(), x, run.targets(step), run.loss(), run.learningRate());
        assertRelative("loss at the start", expected.get("loss0").doubleValue(), start.loss(0));
        assertEquals(0, start.gradientChange(0));
        Landscape whole = new Landscape(run.network(), x.numRows, 1);
        whole.measure(run.network(), x, run.targets(step), run.loss(), 1);
        double norm = whole.gradientChange(0) / whole.smoothness(0);
        assertRelative("gradient at the start", expected.get("grad_norm0").doubleValue(), norm);
    }

    private static void assertRelative(String what, double expected, double actual) {
        assertClose(what, expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)));
    }
}
