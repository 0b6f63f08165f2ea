package shiftscope.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import shiftscope.config.RandomStream;
import shiftscope.config.Side;
import shiftscope.data.Examples;
import shiftscope.engine.Loss;
import shiftscope.engine.Network;
import shiftscope.measure.Chain;
import shiftscope.measure.Landscape;
import shiftscope.session.Twins;

/** Numbers of a product of weights, and of what a step does to it in each order of α; and the same of a network that is one. */
final class ChainNumbers {
    /** The fewest weights of the exhibit. */
    static final int LEAST_DEPTH = 2;

    /** The most. */
    static final int MOST_DEPTH = 20;

    private static final double OPEN = Double.NaN;

    /** What the exhibit shows. */
    static final List<Parameter> SHOWN = List.of(
            new Parameter.OfNumber("x", "what is put in", -3, 3, 1),
            new Parameter.OfNumber("depth", "how many weights, l", LEAST_DEPTH, MOST_DEPTH, 3),
            new Parameter.OfNumbers("w", "the weights; a single one stands for all", -3, 3, List.of(1.0)),
            new Parameter.OfNumber("alpha", "the step α", 0, 1, 0.1));

    private static final List<Parameter> SHOWN_OR_RANDOM = List.of(
            new Parameter.OfNumber("x", "what is put in; random if it is left open", -3, 3, OPEN),
            new Parameter.OfNumber("depth", "how many weights; random if it is left open", LEAST_DEPTH, MOST_DEPTH, OPEN),
            new Parameter.OfNumbers("w", "the weights, or one for all; random if left open", -3, 3, List.of()),
            new Parameter.OfNumber("alpha", "the step α; random if it is left open", 0, 1, OPEN),
            new Parameter.OfNumber("orders", "how many orders are counted; 0 for all", 0, MOST_DEPTH, 0));

    private static final List<Parameter> RANDOM = List.of(
            new Parameter.OfNumber("layers", "how many weights", 1, MOST_DEPTH, 3),
            new Parameter.OfNumber("from", "the least that a weight is drawn from", 0.01, 3, 1),
            new Parameter.OfNumber("to", "the most", 0.01, 3, 1.2),
            new Parameter.OfNumber("rate", "the step α", 1e-12, 1, 0.1));

    static final List<Quantity> ALL = List.of(
            new Quantity.Calculated("chainLeftOver", "",
                    "Of a chain x·w₁…w_l: how far the orders of a step, added up, are from the true change of ŷ, as a share of their sizes.",
                    SHOWN_OR_RANDOM, ChainNumbers::leftOver),
            ofRandom("chainKept",
                    "Of a chain of random weights, x = 1: the true change of ŷ through the first-order prediction −α Σ g².",
                    (chain, alpha) -> chain.change(alpha) / chain.promise(alpha)),
            ofRandom("chainHigherShare",
                    "Of a chain of random weights, x = 1: the share that orders from the second on have in the sizes of all orders.",
                    Chain::higherShare),
            ofRandom("chainOvershoot",
                    "Of a chain of random weights, x = 1: the least α whose step takes a weight through 0.",
                    (chain, alpha) -> chain.overshoot()),
            new Quantity.OfRun("stepKept", "",
                    "At the weights of the step, for one mini-batch and the run's learning rate η: the true change of the loss by one plain "
                            + "gradient step through the first-order prediction −η‖g‖².",
                    List.of(), ChainNumbers::stepKept));

    private ChainNumbers() {}

    private static Quantity ofRandom(String name, String meaning, ToDoubleBiFunction<Chain, Double> number) {
        return new Quantity.Calculated(name, "", meaning, RANDOM, (arguments, random) -> {
            double[] weights = IntStream.range(0, arguments.whole("layers"))
                    .mapToDouble(i -> random.uniform(arguments.number("from"), arguments.number("to")))
                    .toArray();
            return number.applyAsDouble(new Chain(1, weights), arguments.number("rate"));
        });
    }

    private static double leftOver(Arguments arguments, RandomStream random) {
        double x = given(arguments.number("x"), random.uniform(0.5, 2));
        int depth = (int) Math.rint(given(arguments.number("depth"), LEAST_DEPTH + random.below(MOST_DEPTH - LEAST_DEPTH + 1)));
        double alpha = given(arguments.number("alpha"), random.uniform(0.01, 0.2));
        List<Double> w = arguments.list("w");
        double[] weights = IntStream.range(0, depth)
                .mapToDouble(i -> w.isEmpty() ? signed(random, 0.8, 1.5) : w.get(Math.min(i, w.size() - 1)))
                .toArray();
        return leftOver(new Chain(x, weights), alpha, arguments.whole("orders"));
    }

    /** A size drawn from a range, with a sign drawn besides. */
    static double signed(RandomStream random, double least, double most) {
        double size = random.uniform(least, most);
        return random.below(2) == 0 ? size : -size;
    }

    static double given(double argument, double otherwise) {
        return Double.isNaN(argument) ? otherwise : argument;
    }

    private static double leftOver(Chain chain, double alpha, int counted) {
        double[] orders = chain.orders(alpha);
        double sum = Arrays.stream(orders).limit(counted == 0 ? orders.length : counted).sum();
        double size = Arrays.stream(orders).map(Math::abs).sum();
        // Where nothing changes, nothing is left over.
        return Math.abs(chain.change(alpha) - sum) / Math.max(size + Math.abs(chain.output()), Double.MIN_NORMAL);
    }

    private static double stepKept(Twins twins, Side side, Arguments arguments) {
        Network network = twins.run(side).network();
        int rows = twins.experiment().training().batchSize();
        Examples train = twins.dataset().train();
        DMatrixRMaj x = first(rows, train.inputs());
        DMatrixRMaj targets = first(rows, train.targets());
        double rate = twins.run(side).learningRate();
        Landscape landscape = new Landscape(network, rows, 1);
        landscape.measure(network, x, targets, Loss.of(twins.experiment().training().loss()), rate);
        double promised = -rate * landscape.gradientNorm() * landscape.gradientNorm();
        return (landscape.loss(0) - landscape.startLoss()) / promised;
    }

    private static DMatrixRMaj first(int rows, DMatrixRMaj all) {
        return DMatrixRMaj.wrap(rows, all.numCols, Arrays.copyOf(all.data, rows * all.numCols));
    }
}
