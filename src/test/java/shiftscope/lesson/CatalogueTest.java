package shiftscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shiftscope.config.BadInputException;
import shiftscope.config.Side;
import shiftscope.session.Twins;

/** Whatever a lesson file may ask for, of whatever runs, is measured, has no number (NaN), or is refused in a sentence. */
class CatalogueTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "data.kind=moons network.activation=sigmoid",
        "data.kind=moons network.activation=relu",
        "data.kind=sine training.loss=mean-squared-error",
        "data.kind=moons b.normalization=layer",
        "data.kind=moons measure.gradientProbes=true",
    })
    void everyNumberTakesAllThatItsParametersAccept(String settings) {
        List<String> failures = new ArrayList<>();
        try (Twins twins = SmallTwins.after(3, settings.split(" "))) {
            runNumbers().forEach(number -> variants(number).forEach(arguments -> {
                try {
                    number.measurement().of(twins, Side.B, arguments);
                } catch (BadInputException refused) {
                    // That is a sentence.
                } catch (RuntimeException failure) {
                    failures.add(number.name() + " " + arguments + ": " + failure);
                }
            }));
        }
        assertEquals(List.of(), failures);
    }

    @Test
    void whereNothingHasBeenRecordedYetThereIsNoShareOfFalls() {
        try (Twins twins = SmallTwins.after(0)) {
            assertEquals(Double.NaN, MeasuredTwins.number("weightNormFalls", twins, Side.B, MeasuredTwins.usual("weightNormFalls")));
        }
    }

    @Test
    void batchesOfAnySizeCanBeAskedFor() {
        try (Twins twins = SmallTwins.after(3)) {
            Arguments usual = MeasuredTwins.usual("meanSpread");
            double eight = MeasuredTwins.number("meanSpread", twins, Side.B, usual);
            double ten = MeasuredTwins.number("meanSpread", twins, Side.B, usual.with("m", 10));
            double sixteen = MeasuredTwins.number("meanSpread", twins, Side.B, usual.with("m", 16));
            assertTrue(eight > ten && ten > sixteen, eight + ", " + ten + ", " + sixteen);
            BadInputException refused = assertThrows(
                    BadInputException.class, () -> MeasuredTwins.number("meanSpread", twins, Side.B, usual.with("m", 256)));
            assertTrue(refused.getMessage().contains("64 examples") && refused.getMessage().contains("256"), refused.getMessage());
        }
    }

    private static Stream<Quantity.OfRun> runNumbers() {
        return Quantities.names().stream().map(Quantities::named).filter(Quantity.OfRun.class::isInstance).map(Quantity.OfRun.class::cast);
    }

    /** The usual arguments, and those with one at an end of what is accepted, between, or another word. */
    private static List<Arguments> variants(Quantity number) {
        Arguments usual = MeasuredTwins.usual(number.name());
        List<Arguments> variants = new ArrayList<>(List.of(usual));
        for (Parameter parameter : number.parameters()) {
            if (parameter instanceof Parameter.OfNumber one) {
                Stream.of(one.least(), one.most(), one.least() + 1).filter(value -> value <= one.most())
                        .forEach(value -> variants.add(usual.with(one.name(), value)));
            } else if (parameter instanceof Parameter.OfWord word) {
                word.words().forEach(value -> variants.add(usual.with(word.name(), value)));
            } else if (parameter instanceof Parameter.OfNumbers list) {
                Stream.of(List.of(list.least()), List.of(list.least(), list.most()))
                        .forEach(value -> variants.add(usual.with(list.name(), value)));
            }
        }
        return variants;
    }
}
