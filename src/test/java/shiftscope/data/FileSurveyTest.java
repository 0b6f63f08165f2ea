package shiftscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.Seed;

class FileSurveyTest {
    @TempDir
    private Path folder;

    private Path table(String... rows) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), String.join("\n", rows));
    }

    @Test
    void countsWhatIsInATable() throws IOException {
        FileSurvey survey = FileSurvey.of(table("width,height,kind", "1,-2.5,oak", "3,1e2,elm", "2,0,oak"), null);

        assertEquals("t.csv", survey.name());
        assertEquals("a table, its labels in column \"kind\"", survey.kind());
        assertEquals(3, survey.examples());
        assertEquals(2, survey.features());
        assertEquals(Map.of("oak", 2L, "elm", 1L), survey.classes());
        assertEquals(
                List.of(new FileSurvey.Column("width", 1, 3, 0, 0), new FileSurvey.Column("height", -2.5, 100, 0, 0)), survey.columns());
        assertEquals(0, survey.refusals());
        assertEquals(List.of(), survey.refused());
    }

    @Test
    void saysEverythingThatWouldBeRefusedAndNotTheFirstAlone() throws IOException {
        Path path = table("width,height,kind", ",1,oak", "2,tall,oak", "3,4", "5,inf,elm", "6,7,", "8,,elm", "9,10,elm", "1,2,oak");
        FileSurvey survey = FileSurvey.of(path, null);

        assertEquals(2, survey.examples());
        assertEquals(Map.of("oak", 1L, "elm", 1L), survey.classes());
        assertEquals(
                List.of(new FileSurvey.Column("width", 1, 9, 1, 0), new FileSurvey.Column("height", 1, 10, 1, 2)), survey.columns());
        assertEquals(6, survey.refusals());
        List<String> words = List.of("row 2, column \"width\" is empty", "row 3, column \"height\" is \"tall\"", "row 4 has 2 cells",
                "row 5, column \"height\"", "row 6, column \"kind\" is empty", "row 7, column \"height\" is empty");
        for (int i = 0; i < words.size(); i++) {
            assertTrue(survey.refused().get(i).contains(words.get(i)), survey.refused().get(i));
        }
        String loading = assertThrows(BadInputException.class,
                        () -> Datasets.load(Experiment.standard().data().withFile(path.toString()), new Seed(1), Path.of("")))
                .getMessage();
        assertEquals(loading, survey.refused().get(0), "the sentence that learning from it gives");
    }

    @Test
    void aLongListOfRefusalsIsCutAndCounted() throws IOException {
        StringBuilder rows = new StringBuilder("x,label\n1,a\n2,b\n");
        for (int i = 0; i < 1_000; i++) {
            rows.append("?,a\n");
        }
        FileSurvey survey = FileSurvey.of(table(rows.toString()), null);

        assertEquals(10, survey.refused().size());
        assertEquals(1_000, survey.refusals());
        assertEquals(1_000, survey.columns().get(0).unusable());
    }

    @Test
    void oneClassIsTooFew() throws IOException {
        FileSurvey survey = FileSurvey.of(table("1,a", "2,a"), null);

        assertEquals(1, survey.refusals());
        assertTrue(survey.refused().get(0).contains("1 classes in 2 examples"), survey.refused().get(0));
    }

    @Test
    void theLabelsMayStandElsewhere() throws IOException {
        FileSurvey survey = FileSurvey.of(table("kind,width", "oak,1", "elm,2"), "kind");

        assertEquals(Map.of("oak", 1L, "elm", 1L), survey.classes());
        assertEquals(List.of(new FileSurvey.Column("width", 1, 2, 0, 0)), survey.columns());
        assertTrue(assertThrows(BadInputException.class, () -> FileSurvey.of(folder.resolve("t.csv"), "age"))
                .getMessage().contains("no column of this name"));
    }

    @Test
    void countsWhatIsInPictures() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), IdxBytes.gzip(IdxBytes.images(7, 4, 5)));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), IdxBytes.labels(7));
        FileSurvey survey = FileSurvey.of(folder, null);

        assertEquals("IDX pictures of 5 × 4 pixels", survey.kind());
        assertEquals(7, survey.examples());
        assertEquals(20, survey.features());
        assertEquals(List.of("0", "1", "2"), List.copyOf(survey.classes().keySet()));
        assertEquals(Map.of("0", 3L, "1", 2L, "2", 2L), survey.classes());
        assertEquals(List.of(new FileSurvey.Column("pixels", 0, 255, 0, 0)), survey.columns());
        assertEquals(0, survey.refusals());
    }

    @Test
    void whatIsNoSuchFileIsOneSentence() {
        assertTrue(assertThrows(BadInputException.class, () -> FileSurvey.of(folder.resolve("none.csv"), null))
                .getMessage().startsWith("There is no file"));
        assertTrue(assertThrows(BadInputException.class, () -> FileSurvey.of(folder, null))
                .getMessage().contains("holds no IDX file of images"));
    }
}
