package shiftscope.engine;

import static shiftscope.engine.GoldenKeys.assertClose;
import static shiftscope.engine.GoldenKeys.assertKnown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.Golden;
import shiftscope.config.Normalization;
import shiftscope.config.RunningConvention;

/** Layer normalization, RMS normalization and constant batch statistics, each alone, against PyTorch. */
class GoldenNormalizersTest {
    private static final Set<String> SETTINGS = Set.of("name", "kind", "N", "C", "eps", "affine", "gamma", "beta", "x", "dy", "scale", "tol");
    private static final Set<String> QUANTITIES = Set.of("y", "dx", "dgamma", "dbeta");

    static Stream<Arguments> cases() {
        return GoldenKeys.ownNamed("normalizers.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forwardAndBackwardAgree(JsonNode golden) {
        assertKnown("case", golden, SETTINGS, QUANTITIES);
        assertKnown("scale", golden.get("scale"), QUANTITIES);
        DMatrixRMaj x = GoldenKeys.matrix(golden.get("x"));
        assertClose("shape", new double[] {golden.get("N").intValue(), golden.get("C").intValue()}, new double[] {x.numRows, x.numCols}, 0);
        Normalizer normalizer = normalizer(golden);
        BatchPass pass = BatchPass.ofBatch(normalizer, x, GoldenKeys.matrix(golden.get("dy")));
        for (String quantity : QUANTITIES) {
            JsonNode expected = golden.get(quantity);
            double[] numbers = expected.get(0).isArray() ? GoldenKeys.matrix(expected).data : Golden.vector(expected);
            double tolerance = golden.get("tol").doubleValue() * golden.get("scale").get(quantity).doubleValue();
            assertClose(quantity, numbers, pass.quantity(quantity), tolerance);
        }
    }

    private static Normalizer normalizer(JsonNode golden) {
        Normalization kind = GoldenKeys.normalization(golden.get("kind").textValue());
        int units = golden.get("C").intValue();
        double epsilon = golden.get("eps").doubleValue();
        boolean affine = golden.get("affine").booleanValue();
        Normalizer normalizer = kind.overBatch()
                ? new BatchNorm(kind, units, epsilon, GoldenKeys.rule(golden, RunningConvention.PYTORCH), affine)
                : new RowNorm(kind, units, epsilon, affine);
        normalizer.gamma().setTo(GoldenKeys.row(Golden.vector(golden.get("gamma"))));
        normalizer.beta().setTo(GoldenKeys.row(Golden.vector(golden.get("beta"))));
        return normalizer;
    }
}
