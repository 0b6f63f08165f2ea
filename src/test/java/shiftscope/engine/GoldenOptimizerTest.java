package shiftscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import shiftscope.Golden;
import shiftscope.config.ExperimentFile;
import shiftscope.config.OptimizerKind;
import shiftscope.config.ScheduleKind;
import shiftscope.config.TrainingSettings;
import shiftscope.engine.ParameterVisitor.Kind;

/** Every optimizer, with L2, weight decay and schedules, against PyTorch: every number of every parameter after every step. */
class GoldenOptimizerTest {
    private static final String FILE = "optimizers.json";
    private static final double TOLERANCE = 1e-12;

    static Stream<Arguments> cases() {
        return GoldenKeys.ownNamed(FILE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepAgrees(JsonNode golden) {
        GoldenKeys.assertKnown("case", golden, Set.of("name", "training", "rates", "after"));
        TrainingSettings settings = settings(golden);
        Optimizer optimizer = Optimizer.of(settings);
        Schedule schedule = new Schedule(settings.schedule());
        JsonNode parameters = Golden.ownFile(FILE).get("parameters");
        List<DMatrixRMaj> values = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            GoldenKeys.assertKnown("parameter", parameter, Set.of("kind", "start", "gradients"));
            values.add(GoldenKeys.matrix(parameter.get("start")));
        }
        assertEquals(parameters.size(), golden.get("after").size());
        double[] rates = Golden.vector(golden.get("rates"));
        for (int step = 0; step < rates.length; step++) {
            optimizer.setLearningRate(settings.learningRate() * schedule.share(step));
            Golden.assertClose("rate of step " + step, rates[step], optimizer.learningRate(), 1e-15 * settings.learningRate());
            for (int i = 0; i < values.size(); i++) {
                DMatrixRMaj value = values.get(i);
                JsonNode parameter = parameters.get(i);
                double[] gradient = Golden.vector(parameter.get("gradients").get(step));
                optimizer.visit(kind(parameter), value, new DMatrixRMaj(value.numRows, value.numCols, true, gradient));
                String what = parameter.get("kind").textValue() + " " + i + " after step " + step;
                double[] after = Golden.vector(golden.get("after").get(i).get(step));
                GoldenKeys.assertRelative(what, GoldenKeys.row(after), GoldenKeys.row(value.data), TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void everyOptimizerIsThereWithL2AndWithWeightDecay(OptimizerKind kind) {
        List<TrainingSettings> of = Golden.ownCases(FILE).map(GoldenOptimizerTest::settings).filter(s -> s.optimizer() == kind).toList();
        assertTrue(of.stream().anyMatch(s -> s.l2() == 0 && s.weightDecay() == 0));
        assertTrue(of.stream().anyMatch(s -> s.l2() > 0 && s.weightDecay() == 0));
        assertEquals(kind != OptimizerKind.ADAM, of.stream().anyMatch(s -> s.l2() == 0 && s.weightDecay() > 0));
        assertEquals(kind != OptimizerKind.ADAM, of.stream().anyMatch(s -> s.l2() > 0 && s.weightDecay() > 0));
        for (ScheduleKind schedule : ScheduleKind.values()) {
            assertTrue(of.stream().anyMatch(s -> s.schedule().kind() == schedule), schedule.toString());
        }
    }

    /** The settings as an experiment file has them, which refuses what it does not know. */
    private static TrainingSettings settings(JsonNode golden) {
        String file = "{\"shiftscope\": " + ExperimentFile.SCHEMA + ", \"training\": " + golden.get("training") + "}";
        return ExperimentFile.parse(file, golden.get("name").textValue()).training();
    }

    private static Kind kind(JsonNode parameter) {
        return Kind.valueOf(parameter.get("kind").textValue().toUpperCase(Locale.ROOT));
    }
}
