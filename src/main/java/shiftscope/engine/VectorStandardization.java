package shiftscope.engine;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Standardization on the Vector API, with the bits of {@link PlainStandardization}. A few rows that fit the first-level cache are taken
 * at a time, in them one vector of columns after the other, with everything that belongs to the columns in registers.
 *
 * <p>Columns that fill no vector are computed in one that overlaps the one before it, to the same bits; or one by one, where that
 * would read what was already overwritten. Sums are gathered vector by vector, so that no column is counted twice.
 */
final class VectorStandardization implements Standardization {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Numbers of one matrix that are looked at before going on to the next rows. */
    private static final int TILE = 2048;

    /** For columns that fill no vector. */
    private final PlainStandardization narrow = new PlainStandardization();

    /** One vector for each vector of columns. */
    private double[] first = {};

    private double[] second = {};

    @Override
    public void sum(double[] x, int rows, int units, double[] sums) {
        if (units < LANES) {
            narrow.sum(x, rows, units, sums);
            return;
        }
        prepare(units);
        sums(x, rows, units, first);
        spread(first, units, sums);
    }

    private void prepare(int units) {
        int padded = (units + LANES - 1) / LANES * LANES;
        if (first.length < padded) {
            first = new double[padded];
            second = new double[padded];
        }
    }

    /** Puts what was gathered vector by vector where the columns are. */
    private static void spread(double[] gathered, int units, double[] to) {
        for (int next = 0; next < units; next += LANES) {
            DoubleVector.fromArray(SPECIES, gathered, next).intoArray(to, Math.min(next, units - LANES));
        }
    }

    private static int tile(int units) {
        return Math.max(4, TILE / units);
    }

    private static void sums(double[] x, int rows, int units, double[] sums) {
        Arrays.fill(sums, 0);
        int tile = tile(units);
        for (int from = 0; from < rows; from += tile) {
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < units; next += LANES) {
                DoubleVector sum = DoubleVector.fromArray(SPECIES, sums, next);
                for (int i = from, at = from * units + Math.min(next, units - LANES); i < to; i++, at += units) {
                    sum = sum.add(DoubleVector.fromArray(SPECIES, x, at));
                }
                sum.intoArray(sums, next);
            }
        }
    }

    @Override
    public void moments(double[] x, int rows, int units, double[] mean, double[] variance) {
        if (units < LANES) {
            narrow.moments(x, rows, units, mean, variance);
            return;
        }
        prepare(units);
        sums(x, rows, units, first);
        divide(first, units, rows);
        Arrays.fill(second, 0);
        int tile = tile(units);
        for (int from = 0; from < rows; from += tile) {
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < units; next += LANES) {
                DoubleVector middle = DoubleVector.fromArray(SPECIES, first, next);
                DoubleVector sum = DoubleVector.fromArray(SPECIES, second, next);
                for (int i = from, at = from * units + Math.min(next, units - LANES); i < to; i++, at += units) {
                    sum = sum.add(DoubleVector.fromArray(SPECIES, x, at).sub(middle));
                }
                sum.intoArray(second, next);
            }
        }
        divide(second, units, rows);
        for (int next = 0; next < units; next += LANES) {
            DoubleVector.fromArray(SPECIES, first, next).add(DoubleVector.fromArray(SPECIES, second, next)).intoArray(first, next);
        }
        squares(x, rows, units);
        divide(second, units, rows);
        spread(first, units, mean);
        spread(second, units, variance);
    }

    private void squares(double[] x, int rows, int units) {
        Arrays.fill(second, 0);
        int tile = tile(units);
        for (int from = 0; from < rows; from += tile) {
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < units; next += LANES) {
                DoubleVector middle = DoubleVector.fromArray(SPECIES, first, next);
                DoubleVector sum = DoubleVector.fromArray(SPECIES, second, next);
                for (int i = from, at = from * units + Math.min(next, units - LANES); i < to; i++, at += units) {
                    DoubleVector deviation = DoubleVector.fromArray(SPECIES, x, at).sub(middle);
                    sum = sum.add(deviation.mul(deviation));
                }
                sum.intoArray(second, next);
            }
        }
    }

    private static void divide(double[] sums, int units, int rows) {
        for (int next = 0; next < units; next += LANES) {
            DoubleVector.fromArray(SPECIES, sums, next).div(rows).intoArray(sums, next);
        }
    }

    @Override
    public void forward(
            double[] x, int rows, int units, double[] mean, double[] inverse, double[] gamma, double[] beta, double[] normalized,
            double[] y) {
        int vectored = vectored(units, x == normalized || x == y);
        int tile = tile(units);
        for (int from = 0; from < rows; from += tile) {
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < vectored; next += LANES) {
                int j = Math.min(next, units - LANES);
                DoubleVector middle = DoubleVector.fromArray(SPECIES, mean, j);
                DoubleVector factor = DoubleVector.fromArray(SPECIES, inverse, j);
                DoubleVector scale = DoubleVector.fromArray(SPECIES, gamma, j);
                DoubleVector shift = DoubleVector.fromArray(SPECIES, beta, j);
                for (int i = from, at = from * units + j; i < to; i++, at += units) {
                    DoubleVector hat = DoubleVector.fromArray(SPECIES, x, at).sub(middle).mul(factor);
                    hat.intoArray(normalized, at);
                    scale.mul(hat).add(shift).intoArray(y, at);
                }
            }
        }
        narrow.forwardFrom(vectored, x, rows, units, mean, inverse, gamma, beta, normalized, y);
    }

    /** Columns that are computed in vectors: all, but for those that an overlapping vector would take from what it overwrote. */
    private static int vectored(int units, boolean inPlace) {
        if (units < LANES) {
            return 0;
        }
        return inPlace ? units - units % LANES : units;
    }

    @Override
    public void parameterGradients(double[] normalized, double[] dy, int rows, int units, double[] dGamma, double[] dBeta) {
        if (units < LANES) {
            narrow.parameterGradients(normalized, dy, rows, units, dGamma, dBeta);
            return;
        }
        prepare(units);
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        int tile = tile(units);
        for (int from = 0; from < rows; from += tile) {
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < units; next += LANES) {
                DoubleVector sum = DoubleVector.fromArray(SPECIES, first, next);
                DoubleVector sumOfProducts = DoubleVector.fromArray(SPECIES, second, next);
                for (int i = from, at = from * units + Math.min(next, units - LANES); i < to; i++, at += units) {
                    DoubleVector given = DoubleVector.fromArray(SPECIES, dy, at);
                    sum = sum.add(given);
                    sumOfProducts = sumOfProducts.add(given.mul(DoubleVector.fromArray(SPECIES, normalized, at)));
                }
                sum.intoArray(first, next);
                sumOfProducts.intoArray(second, next);
            }
        }
        spread(first, units, dBeta);
        spread(second, units, dGamma);
    }

    @Override
    public void inputGradient(
            double[] normalized, double[] dy, int rows, int units, double[] scale, double[] dGamma, double[] dBeta, double[] dx) {
        int vectored = vectored(units, dx == dy);
        int tile = tile(units);
        for (int from = 0; from < rows; from += tile) {
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < vectored; next += LANES) {
                int j = Math.min(next, units - LANES);
                DoubleVector factor = DoubleVector.fromArray(SPECIES, scale, j);
                DoubleVector meanGradient = DoubleVector.fromArray(SPECIES, dBeta, j).div(rows);
                DoubleVector meanProduct = DoubleVector.fromArray(SPECIES, dGamma, j).div(rows);
                for (int i = from, at = from * units + j; i < to; i++, at += units) {
                    DoubleVector hat = DoubleVector.fromArray(SPECIES, normalized, at);
                    DoubleVector given = DoubleVector.fromArray(SPECIES, dy, at);
                    factor.mul(given.sub(meanGradient).sub(hat.mul(meanProduct))).intoArray(dx, at);
                }
            }
        }
        narrow.inputGradientFrom(vectored, normalized, dy, rows, units, scale, dGamma, dBeta, dx);
    }
}
