package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The products as EJML computes them: the reference that the others agree with to rounding. */
final class EjmlProducts implements Products {
    @Override
    public void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        CommonOps_DDRM.mult(a, b, c);
        if (bias != null) {
            for (int i = 0; i < c.getNumElements(); i++) {
                c.data[i] += bias.data[i % c.numCols];
            }
        }
    }

    @Override
    public void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        CommonOps_DDRM.multTransA(a, b, c);
    }

    @Override
    public void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        CommonOps_DDRM.multTransB(a, b, c);
    }
}
