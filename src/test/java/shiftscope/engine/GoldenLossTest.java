package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.Golden;
import shiftscope.config.LossKind;

/** Every loss and its gradient against PyTorch. */
class GoldenLossTest {
    private static final String FILE = "losses.json";
    private static final double TOLERANCE = 1e-14;

    static Stream<Arguments> cases() {
        return GoldenKeys.ownNamed(FILE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valueAndGradientAgree(JsonNode golden) {
        GoldenKeys.assertKnown("case", golden, Set.of("name", "loss", "logits", "targets", "value", "gradient"));
        DMatrixRMaj logits = GoldenKeys.matrix(golden.get("logits"));
        DMatrixRMaj targets = GoldenKeys.matrix(golden.get("targets"));
        DMatrixRMaj gradient = new DMatrixRMaj(logits.numRows, logits.numCols);
        Loss loss = Loss.of(kind(golden));
        double value = golden.get("value").doubleValue();
        Golden.assertClose("value", value, loss.value(logits, targets), TOLERANCE * Math.max(1, value));
        Golden.assertClose("value with gradient", value, loss.valueAndGradient(logits, targets, new PlainFunctions(), gradient), TOLERANCE * Math.max(1, value));
        GoldenKeys.assertRelative("gradient", GoldenKeys.matrix(golden.get("gradient")), gradient, TOLERANCE);
    }

    @Test
    void everyLossIsThere() {
        assertEquals(EnumSet.allOf(LossKind.class), Golden.ownCases(FILE).map(GoldenLossTest::kind).collect(Collectors.toSet()));
    }

    private static LossKind kind(JsonNode golden) {
        return switch (golden.get("loss").textValue()) {
            case "cross-entropy" -> LossKind.CROSS_ENTROPY;
            case "binary-cross-entropy" -> LossKind.BINARY_CROSS_ENTROPY;
            case "mean-squared-error" -> LossKind.MEAN_SQUARED_ERROR;
            default -> fail("unknown loss " + golden.get("loss"));
        };
    }
}
