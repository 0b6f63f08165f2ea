package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import shiftscope.config.Scaling;

class ScalerTest {
    private static final double[][] TRAINING = {{1, 10}, {3, 10}, {5, 10}, {7, 10}};
    private static final double[][] TEST = {{4, 12}, {9, 10}};

    @Test
    void standardizesEachFeatureByTheTrainingSet() {
        double deviation = Math.sqrt(5);
        assertArrayEquals(
                new double[] {0, 0, 5 / deviation, 0}, scaled(Scaling.STANDARDIZE, false, TRAINING, TEST), 1e-15);
    }

    @Test
    void mapsEachFeaturesTrainingRangeToOne() {
        assertArrayEquals(new double[] {0.5, 0, 8 / 6.0, 0}, scaled(Scaling.MIN_MAX, false, TRAINING, TEST), 1e-15);
    }

    @Test
    void allPixelsOfAnImageShareTheirNumbers() {
        assertArrayEquals(new double[] {3 / 9.0, 11 / 9.0, 8 / 9.0, 1}, scaled(Scaling.MIN_MAX, true, TRAINING, TEST), 1e-15);
        double mean = 7;
        double deviation = Math.sqrt((36 + 16 + 4 + 0 + 4 * 9) / 8.0);
        assertArrayEquals(
                new double[] {(4 - mean) / deviation, (12 - mean) / deviation, (9 - mean) / deviation, (10 - mean) / deviation},
                scaled(Scaling.STANDARDIZE, true, TRAINING, TEST),
                1e-15);
    }

    @Test
    void rawIsUntouched() {
        assertArrayEquals(new double[] {4, 12, 9, 10}, scaled(Scaling.RAW, false, TRAINING, TEST), 0);
    }

    @Test
    void aConstantWhoseMeanIsRoundedStillBecomesZero() {
        double[][] constant = new double[1000][1];
        for (double[] row : constant) {
            row[0] = 0.1;
        }
        for (Scaling scaling : new Scaling[] {Scaling.STANDARDIZE, Scaling.MIN_MAX}) {
            assertArrayEquals(new double[1000], scaled(scaling, false, constant, constant), 0);
        }
    }

    @Test
    void noFiniteTableOverflows() {
        double[][] training = {{1e100, 0}, {-1e100, 1e-99}};
        for (Scaling scaling : Scaling.values()) {
            for (double value : scaled(scaling, false, training, new double[][] {{1e100, 1e100}, {-1e100, -1e100}})) {
                assertTrue(Double.isFinite(value), scaling + ": " + value);
            }
        }
    }

    private static double[] scaled(Scaling scaling, boolean together, double[][] training, double[][] test) {
        DMatrixRMaj inputs = new DMatrixRMaj(test);
        Scaler.fit(scaling, new DMatrixRMaj(training), together).apply(inputs);
        return inputs.data;
    }
}
