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
            x0 = x0.fma(decay, pull);
            x1 = x1.fma(decay, pull);
            x2 = x2.fma(decay, pull);
            x3 = x3.fma(decay, pull);
            x4 = x4.fma(decay, pull);
            x5 = x5.fma(decay, pull);
            x6 = x6.fma(decay, pull);
            x7 = x7.fma(decay, pull);
            x8 = x8.fma(decay, pull);
            x9 = x9.fma(decay, pull);
            x10 = x10.fma(decay, pull);
            x11 = x11.fma(decay, pull);
        }
        return x0.add(x1).add(x2.add(x3)).add(x4.add(x5).add(x6.add(x7))).add(x8.add(x9).add(x10.add(x11)))
                .reduceLanes(VectorOperators.ADD);
    }
}
