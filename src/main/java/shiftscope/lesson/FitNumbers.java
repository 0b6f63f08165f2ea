package shiftscope.lesson;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.data.Examples;
import shiftscope.session.Twins;

/** How a network answers the examples that it learned from, beside those that it never saw: without dropout, under running statistics. */
final class FitNumbers {
    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun("trainingAccuracy", "",
                    "Share of the training set that is classified correctly without dropout and under running statistics, from 0 to 1.",
                    List.of(), (twins, side, arguments) -> accuracy(twins, side, twins.dataset().train())),
            new Quantity.OfRun("gap", "",
                    "The same minus the share of the test set that is classified correctly then: 0.2 are 20 percentage points.",
                    List.of(), (twins, side, arguments) ->
                            accuracy(twins, side, twins.dataset().train()) - accuracy(twins, side, twins.dataset().test())));

    private FitNumbers() {}

    private static double accuracy(Twins twins, Side side, Examples examples) {
        return RightAnswers.share(twins.run(side).network(), examples, Statistics.RUNNING);
    }
}
