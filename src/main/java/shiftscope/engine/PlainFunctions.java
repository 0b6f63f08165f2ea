package shiftscope.engine;

/** The functions element after element. */
final class PlainFunctions implements Functions {
    @Override
    public void sigmoid(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Elementary.sigmoid(x[i]);
        }
    }

    @Override
    public void exp(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Elementary.exp(x[i]);
        }
    }

    @Override
    public void tanh(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Elementary.tanh(x[i]);
        }
    }

    @Override
    public void gate(double[] gate, double[] x, double share, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = gate[i] > 0 ? x[i] : share == 0 ? 0 : share * x[i];
        }
    }

    @Override
    public boolean allFinite(double[] x, int n) {
        return allFinite(x, 0, n);
    }

    /** Whether all from {@code begin} to before {@code end} are finite. */
    static boolean allFinite(double[] x, int begin, int end) {
        // x · 0 is 0 for a finite x and NaN for any other; four sums do not wait for each other.
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = begin;
        for (; i + 4 <= end; i += 4) {
            s0 += x[i] * 0;
            s1 += x[i + 1] * 0;
            s2 += x[i + 2] * 0;
            s3 += x[i + 3] * 0;
        }
        for (; i < end; i++) {
            s0 += x[i] * 0;
        }
        return s0 + s1 + s2 + s3 == 0;
    }
}
