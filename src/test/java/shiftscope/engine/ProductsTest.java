package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The products against EJML's, and, bit by bit, against the plainest loops, whose order of summation is the one promised. */
class ProductsTest {
    private static final double TOLERANCE = 1e-12;

    /** One of each kernel that is here; each keeps its scratch space from shape to shape, as in a network. */
    private static final List<Products> COMPUTERS = Arrays.stream(Kernel.values())
            .filter(Kernel::isHere)
            .map(kernel -> kernel.arithmetic().products())
            .toList();

    /**
     * @param m rows of the left factor
     * @param k inner size
     * @param n columns of the right factor
     */
    record Shape(int m, int k, int n) {}

    static Stream<Shape> shapes() {
        RandomMatrices random = new RandomMatrices(70);
        int[] borders = {0, 1, 3, 4, 5, 31, 32, 33, 64, 67};
        Stream<Shape> small = Arrays.stream(borders).boxed().flatMap(m -> Arrays.stream(borders)
                .boxed()
                .flatMap(k -> Arrays.stream(new int[] {1, 2, 4, 7, 33}).mapToObj(n -> new Shape(m, k, n))));
        Stream<Shape> drawn = Stream.generate(
                        () -> new Shape(random.between(1, 130), random.between(1, 130), random.between(1, 130)))
                .limit(40);
        // Sums so long that they are taken in parts, of panels that overlap and of such that do not, in blocks that do and do not.
        Stream<Shape> longSums = Stream.of(
                new Shape(60, 784, 100), new Shape(7, 300, 64), new Shape(5, 515, 33), new Shape(2, 600, 96), new Shape(66, 260, 32),
                new Shape(9, 1030, 8), new Shape(6, 2100, 3));
        // Panels of two vectors with rows enough for eight at a time, results of two, nine and ten rows, and sums of one product.
        Stream<Shape> nets = Stream.of(
                new Shape(32, 10, 10), new Shape(10, 32, 10), new Shape(9, 7, 16), new Shape(8, 3, 9), new Shape(7, 12, 12),
                new Shape(2, 32, 10), new Shape(2, 9, 16), new Shape(32, 1, 10), new Shape(5, 1, 40), new Shape(13, 700, 15),
                new Shape(32, 10, 1), new Shape(10, 60, 5), new Shape(9, 60, 20));
        return Stream.of(small, drawn, longSums, nets).flatMap(shapes -> shapes);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void multiply(Shape shape) {
        RandomMatrices random = new RandomMatrices(71);
        DMatrixRMaj a = random.gaussian(shape.m, shape.k);
        DMatrixRMaj b = random.gaussian(shape.k, shape.n);
        DMatrixRMaj c = rubbish(shape.m, shape.n);
        DMatrixRMaj bias = random.gaussian(1, shape.n);
        for (Products products : COMPUTERS) {
            fill(c);
            products.multiply(a, b, null, c);
            assertSame(products, a, b, null, c);
            fill(c);
            products.multiply(a, b, bias, c);
            assertSame(products, a, b, bias, c);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void multiplyTransposedLeft(Shape shape) {
        RandomMatrices random = new RandomMatrices(72);
        DMatrixRMaj a = random.gaussian(shape.k, shape.m);
        DMatrixRMaj b = random.gaussian(shape.k, shape.n);
        DMatrixRMaj c = rubbish(shape.m, shape.n);
        for (Products products : COMPUTERS) {
            fill(c);
            products.multiplyTransposedLeft(a, b, c);
            assertSame(products, transposed(a), b, null, c);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void multiplyTransposedRight(Shape shape) {
        RandomMatrices random = new RandomMatrices(73);
        DMatrixRMaj a = random.gaussian(shape.m, shape.k);
        DMatrixRMaj b = random.gaussian(shape.n, shape.k);
        DMatrixRMaj c = rubbish(shape.m, shape.n);
        for (Products products : COMPUTERS) {
            fill(c);
            products.multiplyTransposedRight(a, b, c);
            assertSame(products, a, transposed(b), null, c);
        }
    }

    /** Batches shrink in buffers that stay as long as they were. */
    @ParameterizedTest
    @MethodSource("shapes")
    void multiplyInLongerBuffers(Shape shape) {
        RandomMatrices random = new RandomMatrices(74);
        DMatrixRMaj a = random.gaussian(shape.m + 3, shape.k);
        a.reshape(shape.m, shape.k);
        DMatrixRMaj b = random.gaussian(shape.k, shape.n);
        DMatrixRMaj c = rubbish(shape.m + 3, shape.n);
        c.reshape(shape.m, shape.n);
        for (Products products : COMPUTERS) {
            fill(c);
            products.multiply(a, b, null, c);
            assertSame(products, a, b, null, c);
            for (int i = shape.m * shape.n; i < c.data.length; i++) {
                assertEquals(Double.POSITIVE_INFINITY, c.data[i], "written beyond the end");
            }
        }
    }

    private static void assertSame(Products products, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias, DMatrixRMaj c) {
        DMatrixRMaj plain = plain(a, b, bias);
        DMatrixRMaj ejml = new DMatrixRMaj(a.numRows, b.numCols);
        if (a.numCols > 0) {
            CommonOps_DDRM.mult(a, b, ejml);
        }
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < b.numCols; j++) {
                long expected = Double.doubleToRawLongBits(plain.get(i, j));
                if (!(products instanceof EjmlProducts)) {
                    assertEquals(expected, Double.doubleToRawLongBits(c.get(i, j)), "bits at " + i + ", " + j);
                }
                double size = bias == null ? 0 : Math.abs(bias.get(j));
                for (int k = 0; k < a.numCols; k++) {
                    size += Math.abs(a.get(i, k) * b.get(k, j));
                }
                double start = bias == null ? 0 : bias.get(j);
                assertEquals(start + ejml.get(i, j), c.get(i, j), TOLERANCE * size);
            }
        }
    }

    private static DMatrixRMaj plain(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj bias) {
        DMatrixRMaj c = new DMatrixRMaj(a.numRows, b.numCols);
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < b.numCols; j++) {
                double sum = bias == null ? 0 : bias.get(j);
                for (int k = 0; k < a.numCols; k++) {
                    sum = Math.fma(a.get(i, k), b.get(k, j), sum);
                }
                c.set(i, j, sum);
            }
        }
        return c;
    }

    private static DMatrixRMaj transposed(DMatrixRMaj a) {
        DMatrixRMaj t = new DMatrixRMaj(a.numCols, a.numRows);
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < a.numCols; j++) {
                t.set(j, i, a.get(i, j));
            }
        }
        return t;
    }

    /** A buffer whose old contents would show. */
    private static DMatrixRMaj rubbish(int rows, int columns) {
        DMatrixRMaj rubbish = new DMatrixRMaj(rows, columns);
        fill(rubbish);
        return rubbish;
    }

    private static void fill(DMatrixRMaj matrix) {
        Arrays.fill(matrix.data, Double.POSITIVE_INFINITY);
    }
}
