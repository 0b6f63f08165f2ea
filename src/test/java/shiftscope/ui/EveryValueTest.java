package shiftscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.beans.property.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import shiftscope.config.ActivationKind;
import shiftscope.config.DataKind;
import shiftscope.config.Experiment;
import shiftscope.config.InitializationKind;
import shiftscope.config.LossKind;
import shiftscope.config.Normalization;
import shiftscope.config.OptimizerKind;
import shiftscope.config.Placement;
import shiftscope.config.RunningAverage;
import shiftscope.config.ScheduleKind;
import shiftscope.config.Side;
import shiftscope.config.Statistics;
import shiftscope.ui.model.ExperimentForm;
import shiftscope.ui.model.LayerForm;
import shiftscope.ui.model.Population;
import shiftscope.ui.model.Speed;

/** Every value that the window offers trains both runs, with the real trainer behind it. */
class EveryValueTest extends RealWindow {
    private static final long STEPS = 5;

    private ExperimentForm form;

    @BeforeEach
    void makeThemSmall(FxRobot robot) throws TimeoutException {
        form = model.form();
        robot.interact(() -> model.transport().notchProperty().set(Speed.lastNotch()));
        robot.interact(() -> form.network().hiddenProperty().set("20 20 20"));
        until(() -> newest().experiment().network().hidden().equals(List.of(20, 20, 20)));
    }

    private <T> void eachTrains(
            FxRobot robot, Property<T> setting, T[] values, Function<Experiment, T> asked) throws TimeoutException {
        for (T value : values) {
            robot.interact(() -> setting.setValue(value));
            until(() -> asked.apply(newest().experiment()).equals(value));
            trains(robot, value);
        }
    }

    private void trains(FxRobot robot, Object what) throws TimeoutException {
        long from = newest().step();
        robot.interact(() -> model.transport().advance(STEPS));
        until(() -> (newest().step() == from + STEPS || newest().divergence().isPresent()) && !newest().playing());
        assertEquals("", model.notices().troubleProperty().get(), what + " is not accepted");
        assertTrue(newest().divergence().isEmpty(), what + " diverged");
        assertTrue(newest().latest().a().testLoss() >= 0 && newest().latest().b().testLoss() >= 0, what + " has no loss");
    }

    @Test
    void trainingSettings(FxRobot robot) throws TimeoutException {
        eachTrains(robot, form.training().optimizerProperty(), OptimizerKind.values(), it -> it.training().optimizer());
        eachTrains(robot, form.training().lossProperty(), LossKind.values(), it -> it.training().loss());
        eachTrains(robot, form.training().schedule().kindProperty(), ScheduleKind.values(), it -> it.training().schedule().kind());
        robot.interact(() -> {
            form.training().weightDecayProperty().set("0.01");
            form.training().schedule().warmUpProperty().set("3");
        });
        until(() -> newest().experiment().training().schedule().warmUp() == 3);
        trains(robot, "weight decay and warm-up");
    }

    @Test
    void networkSettings(FxRobot robot) throws TimeoutException {
        eachTrains(robot, form.network().initializationProperty(), InitializationKind.values(), it -> it.network().initialization());
        robot.interact(() -> form.network().initializationProperty().set(InitializationKind.XAVIER));
        eachTrains(robot, form.network().activationProperty(), ActivationKind.values(), it -> it.network().activation());
        eachTrains(robot, form.network().placementProperty(), Placement.values(), it -> it.network().placement());
        eachTrains(robot, form.network().averageProperty(), RunningAverage.values(), it -> it.network().average());
        robot.interact(() -> form.network().dropoutProperty().set("0.3"));
        until(() -> newest().experiment().network().dropout() == 0.3);
        trains(robot, "dropout");
    }

    @Test
    void dataSets(FxRobot robot) throws TimeoutException {
        for (DataKind kind : DataKind.values()) {
            if (!kind.fromFile()) {
                robot.interact(() -> form.choose(kind));
                until(() -> newest().experiment().data().kind() == kind);
                trains(robot, kind);
            }
        }
    }

    @Test
    void normalizersOfARunAndOfOneLayerWithEveryKindOfStatistics(FxRobot robot) throws TimeoutException {
        for (Normalization kind : Normalization.values()) {
            robot.interact(() -> model.run(Side.B).normalizationProperty().set(kind));
            until(() -> newest().experiment().b().normalization() == kind);
            for (Statistics statistics : Statistics.values()) {
                robot.interact(() -> model.run(Side.B).statisticsProperty().set(statistics));
                until(() -> newest().experiment().b().statistics() == statistics);
                trains(robot, kind + " with statistics " + statistics);
            }
            LayerForm layer = form.layers().rows().get(1);
            robot.interact(() -> layer.normalizationProperty(Side.A).set(Optional.of(kind)));
            until(() -> newest().experiment().a().normalization(2) == kind);
            trains(robot, kind + " in layer 2");
        }
        assertTrue(newest().step() > STEPS, "nothing was rebuilt");
        robot.interact(() -> {
            form.measuring().populationProperty().set(Population.BATCHES);
            model.run(Side.B).normalizationProperty().set(Normalization.BATCH);
        });
        until(() -> newest().experiment().measure().populationBatches() > 0);
        trains(robot, "algorithm 2");
    }

    @Test
    void shapesOfSingleLayers(FxRobot robot) throws TimeoutException {
        for (ActivationKind kind : ActivationKind.values()) {
            robot.interact(() -> form.layers().rows().get(1).activationProperty().set(Optional.of(kind)));
            until(() -> newest().experiment().network().activation(2) == kind);
            trains(robot, kind + " in layer 2");
        }
        for (Placement placement : Placement.values()) {
            robot.interact(() -> form.layers().rows().get(2).placementProperty().set(Optional.of(placement)));
            until(() -> newest().experiment().network().placement(3) == placement);
            trains(robot, placement + " in layer 3");
        }
    }
}
