package shiftscope.benchmark;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Twelve chains of vectors: two units with a latency of four to five cycles need eight to ten. */
final class VectorPeak extends Peak {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int LINKS = 2_000;

    @Override
    int lanes() {
        return SPECIES.length();
    }

    @Override
    long flops() {
        return 2L * CHAINS * LINKS * SPECIES.length();
    }

    @Override
    double round() {
        DoubleVector decay = DoubleVector.broadcast(SPECIES, DECAY);
        DoubleVector pull = DoubleVector.broadcast(SPECIES, PULL);
        DoubleVector x0 = DoubleVector.broadcast(SPECIES, 0);
        DoubleVector x1 = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector x2 = DoubleVector.broadcast(SPECIES, 2);
        DoubleVector x3 = DoubleVector.broadcast(SPECIES, 3);
        DoubleVector x4 = DoubleVector.broadcast(SPECIES, 4);
        DoubleVector x5 = DoubleVector.broadcast(SPECIES, 5);
        DoubleVector x6 = DoubleVector.broadcast(SPECIES, 6);
        DoubleVector x7 = DoubleVector.broadcast(SPECIES, 7);
        DoubleVector x8 = DoubleVector.broadcast(SPECIES, 8);
        DoubleVector x9 = DoubleVector.broadcast(SPECIES, 9);
        DoubleVector x10 = DoubleVector.broadcast(SPECIES, 10);
        DoubleVector x11 = DoubleVector.broadcast(SPECIES, 11);
        for (int link = 0; link < LINKS; link++) {
            x0 = decay.fma(x0, pull);
            x1 = decay.fma(x1, pull);
            x2 = decay.fma(x2, pull);
            x3 = decay.fma(x3, pull);
            x4 = decay.fma(x4, pull);
            x5 = decay.fma(x5, pull);
            x6 = decay.fma(x6, pull);
            x7 = decay.fma(x7, pull);
            x8 = decay.fma(x8, pull);
            x9 = decay.fma(x9, pull);
            x10 = decay.fma(x10, pull);
            x11 = decay.fma(x11, pull);
        }
        return x0.add(x1).add(x2.add(x3)).add(x4.add(x5).add(x6.add(x7))).add(x8.add(x9).add(x10.add(x11)))
                .reduceLanes(VectorOperators.ADD);
    }
}
