package shiftscope.lesson;

import java.util.List;
import shiftscope.config.Side;
import shiftscope.lesson.Domains.Domain;
import shiftscope.session.Twins;

/** Numbers of data that have moved. */
final class DomainNumbers {
    private static final String SOURCE = "source";
    private static final String TARGET = "target";

    private static final Parameter IMAGES = new Parameter.OfWord(
            "images", "held-out examples as in the test, or as in training", List.of(TARGET, SOURCE));
    private static final Parameter STATISTICS = new Parameter.OfWord(
            "statistics", "whose statistics normalizers use: those of the training set, or of the test inputs", List.of(SOURCE, TARGET));

    static final List<Quantity> ALL = List.of(
            new Quantity.OfRun("domainAccuracy", "",
                    "Share of held-out examples that are classified correctly, from 0 to 1, under exact statistics of a whole set.",
                    List.of(IMAGES, STATISTICS),
                    (twins, side, arguments) -> Domains.of(twins, side)
                            .accuracy(domain(arguments.word("statistics")), images(arguments))),
            new Quantity.OfRun("accuracyLost", "",
                    "Share of held-out examples classified correctly as they look in training, minus that as in the test, under the statistics "
                            + "of training.",
                    List.of(IMAGES),
                    (twins, side, arguments) -> lost(Domains.of(twins, side), images(arguments))),
            new Quantity.OfRun("domainShift", "σ",
                    "Wasserstein-1 distance of the layer's inputs to φ on held-out examples from the same as they look in training.",
                    List.of(CurveNumbers.LAYER, IMAGES, STATISTICS),
                    DomainNumbers::shift));

    private DomainNumbers() {}

    private static double lost(Domains domains, Domain images) {
        return domains.accuracy(Domain.SOURCE, Domain.SOURCE) - domains.accuracy(Domain.SOURCE, images);
    }

    private static double shift(Twins twins, Side side, Arguments arguments) {
        return Domains.of(twins, side)
                .shifts(domain(arguments.word("statistics")), images(arguments))[CurveNumbers.layer(twins, arguments) - 1];
    }

    private static Domain images(Arguments arguments) {
        return domain(arguments.word("images"));
    }

    private static Domain domain(String word) {
        return word.equals(SOURCE) ? Domain.SOURCE : Domain.TARGET;
    }
}
