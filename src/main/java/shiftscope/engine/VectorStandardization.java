package shiftscope.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Standardization on the Vector API, with the bits of {@link PlainStandardization}: two vectors of columns side by side, whose sums do
 * not wait for each other, from the first row to the last, with everything that belongs to the columns in registers.
 *
 * <p>Where two vectors do not divide the columns, the last two overlap what came before, or each other; what is computed twice has the
 * same bits. Where that would read what was already overwritten, the last columns are computed one by one.
 *
 * <p>What is called in a loop is called on a vector that was made in the same round, {@code x.add(sum)} and not {@code sum.add(x)}: of a
 * vector carried from round to round the compiler knows the class only from profiles, and it may have to compile without.
 */
final class VectorStandardization implements Standardization {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PAIR = 2 * LANES;
    /** Numbers of one matrix that are gone over before the next rows are, so that what was read with them is still in the cache. */
    private static final int TILE = 2048;

    /** For columns that fill no vector. */
    private final PlainStandardization narrow = new PlainStandardization();

    /** Where the pair of vectors that is due at a column begins. */
    private static int begin(int next, int units) {
        return Math.max(0, Math.min(next, units - PAIR));
    }

    /** From the first vector of a pair to the second. */
    private static int apart(int units) {
        return Math.min(LANES, units - LANES);
    }

    /** Rows that are gone over at a time. */
    private static int tile(int units) {
        return Math.max(4, TILE / units);
    }

    @Override
    public void sum(double[] x, int rows, int units, double[] sums) {
        if (units < LANES) {
            narrow.sum(x, rows, units, sums);
            return;
        }
        Extent.check(x, rows * units);
        Extent.check(sums, units);
        int apart = apart(units);
        for (int next = 0; next < units; next += PAIR) {
            int j = begin(next, units);
            DoubleVector sum0 = DoubleVector.zero(SPECIES);
            DoubleVector sum1 = sum0;
            for (int i = 0, at = j; i < rows; i++, at += units) {
                sum0 = DoubleVector.fromArray(SPECIES, x, at).add(sum0);
                sum1 = DoubleVector.fromArray(SPECIES, x, at + apart).add(sum1);
            }
            sum0.intoArray(sums, j);
            sum1.intoArray(sums, j + apart);
        }
    }

    @Override
    public void moments(double[] x, int rows, int units, double[] mean, double[] variance) {
        if (units < LANES) {
            narrow.moments(x, rows, units, mean, variance);
            return;
        }
        Extent.check(x, rows * units);
        Extent.check(mean, units);
        Extent.check(variance, units);
        int apart = apart(units);
        for (int next = 0; next < units; next += PAIR) {
            int j = begin(next, units);
            DoubleVector origin0 = DoubleVector.fromArray(SPECIES, x, j);
            DoubleVector origin1 = DoubleVector.fromArray(SPECIES, x, j + apart);
            DoubleVector sum0 = DoubleVector.zero(SPECIES);
            DoubleVector sum1 = sum0;
            for (int i = 0, at = j; i < rows; i++, at += units) {
                sum0 = DoubleVector.fromArray(SPECIES, x, at).sub(origin0).add(sum0);
                sum1 = DoubleVector.fromArray(SPECIES, x, at + apart).sub(origin1).add(sum1);
            }
            DoubleVector mean0 = origin0.add(sum0.div(rows));
            DoubleVector mean1 = origin1.add(sum1.div(rows));
            sum0 = DoubleVector.zero(SPECIES);
            sum1 = sum0;
            for (int i = 0, at = j; i < rows; i++, at += units) {
                DoubleVector deviation0 = DoubleVector.fromArray(SPECIES, x, at).sub(mean0);
                DoubleVector deviation1 = DoubleVector.fromArray(SPECIES, x, at + apart).sub(mean1);
                sum0 = deviation0.mul(deviation0).add(sum0);
                sum1 = deviation1.mul(deviation1).add(sum1);
            }
            mean0.intoArray(mean, j);
            mean1.intoArray(mean, j + apart);
            sum0.div(rows).intoArray(variance, j);
            sum1.div(rows).intoArray(variance, j + apart);
        }
    }

    @Override
    public void overDeviations(double[] numerators, double[] variance, double epsilon, int units, double[] quotients) {
        if (units < LANES) {
            narrow.overDeviations(numerators, variance, epsilon, units, quotients);
            return;
        }
        Extent.check(numerators, units);
        Extent.check(variance, units);
        Extent.check(quotients, units);
        for (int next = 0; next < units; next += LANES) {
            int j = Math.min(next, units - LANES);
            DoubleVector sum = DoubleVector.fromArray(SPECIES, variance, j).add(epsilon);
            DoubleVector quotient = DoubleVector.fromArray(SPECIES, numerators, j).div(sum.sqrt());
            quotient.blend(0, sum.compare(VectorOperators.EQ, 0)).intoArray(quotients, j);
        }
    }

    @Override
    public boolean forward(
            double[] x, int rows, int units, double[] mean, double[] inverse, double[] gamma, double[] beta, double[] normalized,
            double[] y) {
        Extent.check(mean, units);
        Extent.check(inverse, units);
        Extent.check(gamma, units);
        Extent.check(beta, units);
        Extent.check(x, rows * units);
        Extent.check(normalized, rows * units);
        Extent.check(y, rows * units);
        int vectored = vectored(units, x == normalized || x == y);
        int apart = apart(units);
        int tile = tile(units);
        boolean finite = true;
        for (int from = 0; from < rows; from += tile) {
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < vectored; next += PAIR) {
                int j = begin(next, units);
                DoubleVector mean0 = DoubleVector.fromArray(SPECIES, mean, j);
                DoubleVector mean1 = DoubleVector.fromArray(SPECIES, mean, j + apart);
                DoubleVector inverse0 = DoubleVector.fromArray(SPECIES, inverse, j);
                DoubleVector inverse1 = DoubleVector.fromArray(SPECIES, inverse, j + apart);
                DoubleVector gamma0 = DoubleVector.fromArray(SPECIES, gamma, j);
                DoubleVector gamma1 = DoubleVector.fromArray(SPECIES, gamma, j + apart);
                DoubleVector beta0 = DoubleVector.fromArray(SPECIES, beta, j);
                DoubleVector beta1 = DoubleVector.fromArray(SPECIES, beta, j + apart);
                // As in PlainFunctions, 0 until a number comes that is not finite.
                DoubleVector zero0 = DoubleVector.zero(SPECIES);
                DoubleVector zero1 = zero0;
                for (int i = from, at = from * units + j; i < to; i++, at += units) {
                    DoubleVector hat0 = DoubleVector.fromArray(SPECIES, x, at).sub(mean0).mul(inverse0);
                    DoubleVector hat1 = DoubleVector.fromArray(SPECIES, x, at + apart).sub(mean1).mul(inverse1);
                    hat0.intoArray(normalized, at);
                    hat1.intoArray(normalized, at + apart);
                    DoubleVector y0 = gamma0.mul(hat0).add(beta0);
                    DoubleVector y1 = gamma1.mul(hat1).add(beta1);
                    y0.intoArray(y, at);
                    y1.intoArray(y, at + apart);
                    zero0 = y0.mul(0).add(zero0);
                    zero1 = y1.mul(0).add(zero1);
                }
                finite &= zero0.add(zero1).compare(VectorOperators.EQ, 0).allTrue();
            }
        }
        return (vectored == units || narrow.forwardFrom(vectored, x, rows, units, mean, inverse, gamma, beta, normalized, y)) && finite;
    }

    /** Columns that are computed in vectors: all, but for those that an overlapping vector would take from what it overwrote. */
    private static int vectored(int units, boolean inPlace) {
        if (units < LANES) {
            return 0;
        }
        return inPlace ? units - units % PAIR : units;
    }

    @Override
    public void parameterGradients(double[] normalized, double[] dy, int rows, int units, double[] dGamma, double[] dBeta) {
        if (units < LANES) {
            narrow.parameterGradients(normalized, dy, rows, units, dGamma, dBeta);
            return;
        }
        Extent.check(normalized, rows * units);
        Extent.check(dy, rows * units);
        Extent.check(dGamma, units);
        Extent.check(dBeta, units);
        int apart = apart(units);
        for (int next = 0; next < units; next += PAIR) {
            int j = begin(next, units);
            DoubleVector beta0 = DoubleVector.zero(SPECIES);
            DoubleVector beta1 = beta0;
            DoubleVector gamma0 = beta0;
            DoubleVector gamma1 = beta0;
            for (int i = 0, at = j; i < rows; i++, at += units) {
                DoubleVector given0 = DoubleVector.fromArray(SPECIES, dy, at);
                DoubleVector given1 = DoubleVector.fromArray(SPECIES, dy, at + apart);
                beta0 = given0.add(beta0);
                beta1 = given1.add(beta1);
                gamma0 = given0.mul(DoubleVector.fromArray(SPECIES, normalized, at)).add(gamma0);
                gamma1 = given1.mul(DoubleVector.fromArray(SPECIES, normalized, at + apart)).add(gamma1);
            }
            beta0.intoArray(dBeta, j);
            beta1.intoArray(dBeta, j + apart);
            gamma0.intoArray(dGamma, j);
            gamma1.intoArray(dGamma, j + apart);
        }
    }

    @Override
    public boolean inputGradient(
            double[] normalized, double[] dy, int rows, int units, double[] scale, double[] dGamma, double[] dBeta, double[] dx) {
        Extent.check(scale, units);
        Extent.check(dGamma, units);
        Extent.check(dBeta, units);
        Extent.check(normalized, rows * units);
        Extent.check(dy, rows * units);
        Extent.check(dx, rows * units);
        int vectored = vectored(units, dx == dy);
        int apart = apart(units);
        int tile = tile(units);
        boolean finite = true;
        for (int from = 0; from < rows; from += tile) {
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < vectored; next += PAIR) {
                int j = begin(next, units);
                DoubleVector scale0 = DoubleVector.fromArray(SPECIES, scale, j);
                DoubleVector scale1 = DoubleVector.fromArray(SPECIES, scale, j + apart);
                DoubleVector gradient0 = DoubleVector.fromArray(SPECIES, dBeta, j).div(rows);
                DoubleVector gradient1 = DoubleVector.fromArray(SPECIES, dBeta, j + apart).div(rows);
                DoubleVector product0 = DoubleVector.fromArray(SPECIES, dGamma, j).div(rows);
                DoubleVector product1 = DoubleVector.fromArray(SPECIES, dGamma, j + apart).div(rows);
                // As in PlainFunctions, 0 until a number comes that is not finite.
                DoubleVector zero0 = DoubleVector.zero(SPECIES);
                DoubleVector zero1 = zero0;
                for (int i = from, at = from * units + j; i < to; i++, at += units) {
                    DoubleVector hat0 = DoubleVector.fromArray(SPECIES, normalized, at);
                    DoubleVector hat1 = DoubleVector.fromArray(SPECIES, normalized, at + apart);
                    DoubleVector given0 = DoubleVector.fromArray(SPECIES, dy, at);
                    DoubleVector given1 = DoubleVector.fromArray(SPECIES, dy, at + apart);
                    DoubleVector dx0 = scale0.mul(given0.sub(gradient0).sub(hat0.mul(product0)));
                    DoubleVector dx1 = scale1.mul(given1.sub(gradient1).sub(hat1.mul(product1)));
                    dx0.intoArray(dx, at);
                    dx1.intoArray(dx, at + apart);
                    zero0 = dx0.mul(0).add(zero0);
                    zero1 = dx1.mul(0).add(zero1);
                }
                finite &= zero0.add(zero1).compare(VectorOperators.EQ, 0).allTrue();
            }
        }
        return (vectored == units || narrow.inputGradientFrom(vectored, normalized, dy, rows, units, scale, dGamma, dBeta, dx)) && finite;
    }
}
