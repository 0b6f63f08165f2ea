package shiftscope.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * The three matrix products of a dense layer. {@link PlainProducts} and {@code VectorProducts} give the same bits: each output
 * element is one chain of fused multiply-adds over the inner index in ascending order. {@link EjmlProducts} agrees to rounding.
 *
 * <p>An implementation keeps scratch space of its own, which grows on first use: it serves one thread at a time and does not allocate
 * again for sizes it has seen.
 */
interface Products {
    /**
     * {@code c = a·b}, with the row vector {@code bias} added to every row if there is one.
     *
     * @param a m × k, not modified
     * @param b k × n, not modified
     * @param bias 1 × n, or {@code null}
     * @param c m × n, overwritten; neither a nor b
     */
    void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c);

    /**
     * {@code c = aᵀ·b}.
     *
     * @param a k × m, not modified
     * @param b k × n, not modified
     * @param c m × n, overwritten; neither a nor b
     */
    void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /**
     * {@code c = a·bᵀ}.
     *
     * @param a m × k, not modified
     * @param b n × k, not modified
     * @param c m × n, overwritten; neither a nor b
     */
    void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);
}
