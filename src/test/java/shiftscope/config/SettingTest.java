package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
    private static Experiment set(Experiment experiment, String... texts) {
        return Setting.apply(experiment, Arrays.stream(texts).map(text -> Setting.parse(text, "--set")).toList(), "--set");
    }

    private static Experiment set(String... texts) {
        return set(Experiment.standard(), texts);
    }

    private static String refused(String... texts) {
        return assertThrows(BadInputException.class, () -> set(texts)).getMessage();
    }

    @Test
    void changesWhatItNamesAndNothingElse() {
        Experiment standard = Experiment.standard();

        assertEquals(standard.withTraining(standard.training().withLearningRate(0.5)), set("training.learningRate=0.5"));
        assertEquals(standard.withRun(Side.B, standard.b().withNormalization(Normalization.NONE)), set("b.normalization=none"));
        assertEquals(standard.withRun(Side.B, standard.b().withNormalization(Normalization.NONE)), set("b.normalization=\"none\""));
        assertEquals(standard.withSeed(-7), set(" seed = -7 "));
        assertEquals(List.of(100, 50), set("network.hidden=[100,50]").network().hidden());
        assertEquals(List.of(100, 7, 100), set("network.hidden[1]=7").network().hidden());
        assertEquals("a = b", set("name=a = b").name());
        assertEquals(new LayerSwitch(2, Normalization.RMS),
                set("a.layers=[{\"layer\": 2, \"normalization\": \"rms\"}]").a().layers().get(0));
        assertEquals(new FileSource("x.csv", "-1", null),
                set("data.file.labelColumn=-1", "data.kind=csv", "data.file.path=x.csv").data().file());
        assertEquals(standard, set());
    }

    /** An object changes the settings in it, as it does in a file; what else the experiment has stays, though it be not standard. */
    @Test
    void anObjectLeavesTheSettingsItDoesNotName() {
        Experiment altered = ExperimentFileTest.altered();

        Experiment changed = set(altered, "training={\"batchSize\": 5, \"schedule\": {\"warmUp\": 9}}");

        assertEquals(set(altered, "training.batchSize=5", "training.schedule.warmUp=9"), changed);
        assertEquals(altered.training().learningRate(), changed.training().learningRate());
        assertEquals(altered.training().schedule().steps(), changed.training().schedule().steps());
        assertEquals(Normalization.RMS, set(altered, "a.layers[0].normalization=rms").a().layers().get(0).normalization());
    }

    @Test
    void theLaterOfTwoHolds() {
        assertEquals(3, set("seed=2", "seed=3").seed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "training.learnRate=1|\"training.learnRate\" \"training.learningRate\"?",
        "learningRate=1|\"training.learningRate\"?",
        "normalization=none|\"normalization\" a.normalization, b.normalization?",
        "b.normalisation=none|\"b.normalization\"?",
        "shiftscope=1|\"shiftscope\" training.learningRate.",
        "frobnicate.it=1|\"frobnicate.it\" training.learningRate.",
        "training..learningRate=1|\"training..learningRate\" \"training.learningRate\"?",
        "training.learningRate|\"training.learningRate\" training.learningRate=0.5.",
        "=5|\"=5\" training.learningRate=0.5.",
        "training.learningRate=fast|training.learningRate \"fast\" number.",
        "training.learningRate=|training.learningRate \"\" number.",
        "training.learningRate=-1|training.learningRate -1 1000",
        "training.learningRate=1e999|training.learningRate Infinity 1000",
        "training.batchSize=1.5|training.batchSize 1.5 whole",
        "b.normalization=Batch|b.normalization \"Batch\" \"batch\"",
        "network.hidden=100|network.hidden 100 list",
        "network.hidden=[100,50|network.hidden \"[100,50\" list",
        "network.hidden[3]=1|network.hidden 3; 2",
        "network.sigma[0]=1|network.sigma list;",
        "network.layers[0].activation=relu|network.layers empty",
        "network.layers.activation=relu|network.layers list;",
        "training=5|training 5 object",
        "training={\"learnRate\":1}|\"training.learnRate\"",
        "data.kind=csv|data.file missing",
        "b.statistics=null|b.statistics missing"
    })
    void refusesBySayingWhere(String text, String words) {
        String sentence = refused(text);

        for (String word : ("--set " + words).split(" ")) {
            assertTrue(sentence.contains(word), () -> sentence + " does not say " + word);
        }
        assertTrue((sentence.endsWith(".") || sentence.endsWith("?")) && !sentence.contains("\n"), sentence);
    }

    @Test
    void knowsEverySettingOfTheFile() {
        assertTrue(SettingPath.KNOWN.containsAll(List.of("seed", "training", "training.schedule.warmUp", "data.file.header",
                "network.layers.activation", "a.layers.normalization", "measure.gradientProbes")), SettingPath.KNOWN.toString());
    }

    @Test
    void tablesShowOneFormOfAValue() {
        assertEquals("0.001", Setting.parse("training.learningRate=1e-3", "--over").shown());
        assertEquals("batch", Setting.parse("b.normalization=\"batch\"", "--over").shown());
        assertEquals("[100,50]", Setting.parse("network.hidden=[ 100, 50 ]", "--over").shown());
    }

    /** Whatever is typed is taken or refused by a sentence. */
    @Test
    void noTextEndsOtherwiseThanInAnExperimentOrASentence() {
        Random random = new Random(5);
        List<String> known = List.copyOf(SettingPath.KNOWN);
        String letters = "[]{}\",:.=0129eE-+ax\u0000ü\uD800 ";
        int taken = 0;
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : known.get(random.nextInt(known.size())) + "=");
            for (int j = random.nextInt(6); j > 0; j--) {
                text.insert(random.nextInt(4) == 0 ? random.nextInt(text.length() + 1) : text.length(),
                        letters.charAt(random.nextInt(letters.length())));
            }
            try {
                set(text.toString());
                taken++;
            } catch (BadInputException e) {
                assertTrue(e.getMessage().startsWith("--set"), e.getMessage());
            }
        }
        assertTrue(taken > 20 && taken < 3_000, taken + " taken");
    }
}
