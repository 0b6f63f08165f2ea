package shiftscope.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import shiftscope.lesson.Parameter;
import shiftscope.lesson.Quantities;
import shiftscope.lesson.Quantity;

/** {@code shiftscope lesson numbers}: the catalogue that claims in lesson files are made from. */
@Command(
        name = "numbers",
        mixinStandardHelpOptions = true,
        description = "Print every number that a claim in a lesson file can be made of.")
final class LessonNumbersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : Quantities.names()) {
            Quantity quantity = Quantities.named(name);
            String unit = quantity.unit().isEmpty() ? "" : " [" + quantity.unit() + "]";
            out.println(name + unit + ", " + subject(quantity) + ": " + quantity.meaning());
            quantity.parameters().forEach(parameter ->
                    out.println("    " + parameter.name() + ": " + parameter.meaning() + "; " + accepted(parameter)));
        }
        out.flush();
        return CommandLineInterface.DONE;
    }

    private static String subject(Quantity quantity) {
        return quantity instanceof Quantity.OfRun ? "of a run" : quantity instanceof Quantity.OfSweep ? "of a sweep's curve" : "calculated";
    }

    private static String accepted(Parameter parameter) {
        if (parameter instanceof Parameter.OfWord word) {
            return "one of " + String.join(", ", word.words()) + " (usually " + word.words().get(0) + ")";
        }
        if (parameter instanceof Parameter.OfNumbers list) {
            return "numbers from " + number(list.least()) + " to " + number(list.most());
        }
        Parameter.OfNumber number = (Parameter.OfNumber) parameter;
        return "from " + number(number.least()) + " to " + number(number.most()) + " (" + usual(number) + ")";
    }

    /** What has no usual value is set in an exhibit, and drawn at random in a check. */
    private static String usual(Parameter.OfNumber number) {
        return Double.isNaN(number.usual()) ? "by the exhibit, random in a check" : "usually " + number(number.usual());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
