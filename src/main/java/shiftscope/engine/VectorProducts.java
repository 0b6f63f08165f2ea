package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * The products on the Vector API, with the bits of {@link PlainProducts}: each output element is one chain of fused multiply-adds over
 * the inner index in ascending order, begun with the bias or 0.
 *
 * <p>The result is computed in panels of a few vectors of columns ({@link VectorPanels}), a few rows at a time, with all its sums in
 * registers. Sixteen sums are the most: kernels with more made the compiler spill or box them. Only one species is used in the program;
 * two made every kernel slow. Where rows or columns are no multiple of what a kernel takes, the last ones are computed twice, to the
 * same bits.
 *
 * <p>This class is loaded only where the module {@code jdk.incubator.vector} is.
 */
final class VectorProducts implements Products {
    private final VectorRowProducts rows = new VectorRowProducts();
    private final VectorColumnProducts columns = new VectorColumnProducts();

    @Override
    public void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        rows.product(a, false, b, bias, c);
    }

    @Override
    public void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        columns.product(a, b, c);
    }

    @Override
    public void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        rows.product(a, true, b, null, c);
    }
}
