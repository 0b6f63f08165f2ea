package shiftscope.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What orthogonal initialization makes of drawn numbers, against PyTorch, which decomposes them in another way. */
class GoldenOrthogonalTest {
    static Stream<Arguments> cases() {
        return GoldenKeys.ownNamed("orthogonal.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void drawnNumbersBecomeThoseOfPyTorch(JsonNode golden) {
        GoldenKeys.assertKnown("case", golden, Set.of("name", "drawn", "orthogonal"));
        DMatrixRMaj weights = GoldenKeys.matrix(golden.get("drawn"));
        Initializer.orthonormalize(weights);
        GoldenKeys.assertClose("orthogonal", GoldenKeys.matrix(golden.get("orthogonal")), weights, 1e-13);
    }
}
