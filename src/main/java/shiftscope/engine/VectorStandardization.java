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

    /** Numbers of a matrix so small that it is gone over column by column, with what belongs to them staying in registers. */
    private static final int SMALL = 8192;

    /** For columns that fill no vector. */
    private final PlainStandardization narrow = new PlainStandardization();

    /** Of each column, γ over the deviation. */
    private double[] scale = {};

    /** Where the pair of vectors that is due at a column begins. */
    private static int begin(int next, int units) {
        return Math.max(0, Math.min(next, units - PAIR));
    }

    /** Rows that are gone over at a time. */
    private static int tile(int rows, int units) {
        return rows * units <= SMALL ? rows : Math.max(4, TILE / units);
    }

    /** From the first vector of a pair to the second. */
    private static int apart(int units) {
        return Math.min(LANES, units - LANES);
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
    public boolean forward(
            double[] x, int rows, int units, boolean ofBatch, Spread spread, double epsilon, double[] gamma, double[] beta, double[] y) {
        double[] mean = spread.mean();
        double[] variance = spread.variance();
        double[] inverse = spread.inverse();
        Extent.check(inverse, units);
        Extent.check(mean, units);
        Extent.check(variance, units);
        Extent.check(gamma, units);
        Extent.check(beta, units);
        Extent.check(x, rows * units);
        Extent.check(y, rows * units);
        int vectored = vectored(units, x == y);
        int apart = apart(units);
        int tile = tile(rows, units);
        boolean finite = true;
        // One round for each tile; where there are several, one before them for what they all need.
        for (int from = tile < rows ? -tile : 0; from < rows; from += tile) {
            boolean prepares = from < 0 || tile >= rows;
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < vectored; next += PAIR) {
                int j = begin(next, units);
                DoubleVector mean0 = DoubleVector.fromArray(SPECIES, mean, j);
                DoubleVector mean1 = DoubleVector.fromArray(SPECIES, mean, j + apart);
                DoubleVector inverse0 = DoubleVector.fromArray(SPECIES, inverse, j);
                DoubleVector inverse1 = DoubleVector.fromArray(SPECIES, inverse, j + apart);
                if (prepares) {
                    DoubleVector variance0 = DoubleVector.fromArray(SPECIES, variance, j);
                    DoubleVector variance1 = DoubleVector.fromArray(SPECIES, variance, j + apart);
                    if (ofBatch) {
                        DoubleVector origin0 = DoubleVector.fromArray(SPECIES, x, j);
                        DoubleVector origin1 = DoubleVector.fromArray(SPECIES, x, j + apart);
                        DoubleVector sum0 = DoubleVector.zero(SPECIES);
                        DoubleVector sum1 = sum0;
                        for (int i = 0, at = j; i < rows; i++, at += units) {
                            sum0 = DoubleVector.fromArray(SPECIES, x, at).sub(origin0).add(sum0);
                            sum1 = DoubleVector.fromArray(SPECIES, x, at + apart).sub(origin1).add(sum1);
                        }
                        mean0 = origin0.add(sum0.div(rows));
                        mean1 = origin1.add(sum1.div(rows));
                        sum0 = DoubleVector.zero(SPECIES);
                        sum1 = sum0;
                        for (int i = 0, at = j; i < rows; i++, at += units) {
                            DoubleVector deviation0 = DoubleVector.fromArray(SPECIES, x, at).sub(mean0);
                            DoubleVector deviation1 = DoubleVector.fromArray(SPECIES, x, at + apart).sub(mean1);
                            sum0 = deviation0.mul(deviation0).add(sum0);
                            sum1 = deviation1.mul(deviation1).add(sum1);
                        }
                        variance0 = sum0.div(rows);
                        variance1 = sum1.div(rows);
                        mean0.intoArray(mean, j);
                        mean1.intoArray(mean, j + apart);
                        variance0.intoArray(variance, j);
                        variance1.intoArray(variance, j + apart);
                    }
                    DoubleVector divided0 = variance0.add(epsilon);
                    DoubleVector divided1 = variance1.add(epsilon);
                    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
                    inverse0 = one.div(divided0.sqrt()).blend(0, divided0.compare(VectorOperators.EQ, 0));
                    inverse1 = one.div(divided1.sqrt()).blend(0, divided1.compare(VectorOperators.EQ, 0));
                    inverse0.intoArray(inverse, j);
                    inverse1.intoArray(inverse, j + apart);
                }
                DoubleVector gamma0 = DoubleVector.fromArray(SPECIES, gamma, j);
                DoubleVector gamma1 = DoubleVector.fromArray(SPECIES, gamma, j + apart);
                DoubleVector beta0 = DoubleVector.fromArray(SPECIES, beta, j);
                DoubleVector beta1 = DoubleVector.fromArray(SPECIES, beta, j + apart);
                // As in PlainFunctions, 0 until a number comes that is not finite.
                DoubleVector zero0 = DoubleVector.zero(SPECIES);
                DoubleVector zero1 = zero0;
                for (int i = Math.max(from, 0), at = i * units + j; i < to; i++, at += units) {
                    // Both are read before either is written, since they may overlap and y may be x.
                    DoubleVector hat0 = DoubleVector.fromArray(SPECIES, x, at).sub(mean0).mul(inverse0);
                    DoubleVector hat1 = DoubleVector.fromArray(SPECIES, x, at + apart).sub(mean1).mul(inverse1);
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
        return (vectored == units || narrow.forwardFrom(vectored, x, rows, units, ofBatch, spread, epsilon, gamma, beta, y)) && finite;
    }

    /** Columns that are computed in vectors: all, but for those that an overlapping vector would take from what it overwrote. */
    private static int vectored(int units, boolean inPlace) {
        if (units < LANES) {
            return 0;
        }
        return inPlace && units > PAIR ? units - units % PAIR : units;
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
    public boolean backward(
            double[] x, double[] dy, int rows, int units, Spread spread, double epsilon, double[] gamma, double[] dGamma, double[] dBeta,
            double[] dx) {
        double[] mean = spread.mean();
        double[] variance = spread.variance();
        double[] inverse = spread.inverse();
        Extent.check(inverse, units);
        Extent.check(mean, units);
        Extent.check(variance, units);
        Extent.check(gamma, units);
        Extent.check(dGamma, units);
        Extent.check(dBeta, units);
        Extent.check(x, rows * units);
        Extent.check(dy, rows * units);
        Extent.check(dx, rows * units);
        if (scale.length < units) {
            scale = new double[units];
        }
        int vectored = vectored(units, dx == dy);
        int apart = apart(units);
        int tile = tile(rows, units);
        boolean finite = true;
        for (int from = tile < rows ? -tile : 0; from < rows; from += tile) {
            boolean prepares = from < 0 || tile >= rows;
            int to = Math.min(from + tile, rows);
            for (int next = 0; next < vectored; next += PAIR) {
                int j = begin(next, units);
                DoubleVector mean0 = DoubleVector.fromArray(SPECIES, mean, j);
                DoubleVector mean1 = DoubleVector.fromArray(SPECIES, mean, j + apart);
                DoubleVector inverse0 = DoubleVector.fromArray(SPECIES, inverse, j);
                DoubleVector inverse1 = DoubleVector.fromArray(SPECIES, inverse, j + apart);
                DoubleVector scale0 = DoubleVector.fromArray(SPECIES, scale, j);
                DoubleVector scale1 = DoubleVector.fromArray(SPECIES, scale, j + apart);
                DoubleVector beta0 = DoubleVector.fromArray(SPECIES, dBeta, j);
                DoubleVector beta1 = DoubleVector.fromArray(SPECIES, dBeta, j + apart);
                DoubleVector gamma0 = DoubleVector.fromArray(SPECIES, dGamma, j);
                DoubleVector gamma1 = DoubleVector.fromArray(SPECIES, dGamma, j + apart);
                if (prepares) {
                    DoubleVector divided0 = DoubleVector.fromArray(SPECIES, variance, j).add(epsilon);
                    DoubleVector divided1 = DoubleVector.fromArray(SPECIES, variance, j + apart).add(epsilon);
                    scale0 = DoubleVector.fromArray(SPECIES, gamma, j).div(divided0.sqrt());
                    scale1 = DoubleVector.fromArray(SPECIES, gamma, j + apart).div(divided1.sqrt());
                    scale0 = scale0.blend(0, divided0.compare(VectorOperators.EQ, 0));
                    scale1 = scale1.blend(0, divided1.compare(VectorOperators.EQ, 0));
                    beta0 = DoubleVector.zero(SPECIES);
                    beta1 = beta0;
                    gamma0 = beta0;
                    gamma1 = beta0;
                    for (int i = 0, at = j; i < rows; i++, at += units) {
                        DoubleVector hat0 = DoubleVector.fromArray(SPECIES, x, at).sub(mean0).mul(inverse0);
                        DoubleVector hat1 = DoubleVector.fromArray(SPECIES, x, at + apart).sub(mean1).mul(inverse1);
                        DoubleVector given0 = DoubleVector.fromArray(SPECIES, dy, at);
                        DoubleVector given1 = DoubleVector.fromArray(SPECIES, dy, at + apart);
                        beta0 = given0.add(beta0);
                        beta1 = given1.add(beta1);
                        gamma0 = given0.mul(hat0).add(gamma0);
                        gamma1 = given1.mul(hat1).add(gamma1);
                    }
                    scale0.intoArray(scale, j);
                    scale1.intoArray(scale, j + apart);
                    beta0.intoArray(dBeta, j);
                    beta1.intoArray(dBeta, j + apart);
                    gamma0.intoArray(dGamma, j);
                    gamma1.intoArray(dGamma, j + apart);
                }
                DoubleVector gradient0 = beta0.div(rows);
                DoubleVector gradient1 = beta1.div(rows);
                DoubleVector product0 = gamma0.div(rows);
                DoubleVector product1 = gamma1.div(rows);
                // As in PlainFunctions, 0 until a number comes that is not finite.
                DoubleVector zero0 = DoubleVector.zero(SPECIES);
                DoubleVector zero1 = zero0;
                for (int i = Math.max(from, 0), at = i * units + j; i < to; i++, at += units) {
                    DoubleVector hat0 = DoubleVector.fromArray(SPECIES, x, at).sub(mean0).mul(inverse0);
                    DoubleVector hat1 = DoubleVector.fromArray(SPECIES, x, at + apart).sub(mean1).mul(inverse1);
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
        return (vectored == units || narrow.backwardFrom(vectored, x, dy, rows, units, spread, epsilon, gamma, dGamma, dBeta, dx))
                && finite;
    }
}
