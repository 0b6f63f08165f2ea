package shiftscope.lesson.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.export.Picture;
import shiftscope.export.PictureOptions;
import shiftscope.export.Pictures;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonFile;
import shiftscope.lesson.LessonStep;
import shiftscope.lesson.Library;
import shiftscope.lesson.Rate;
import shiftscope.lesson.text.Prose;
import shiftscope.plot.Box;
import shiftscope.plot.RecordingSurface;

class LessonSheetTest {
    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;
    private static final double MARGIN = 42;

    @TempDir
    private Path folder;

    private static Lesson lesson(int paragraphs) {
        String text = "\"Some words about $\\\\sqrt{\\\\sigma^2+\\\\varepsilon}$, \\\\$5 and *more* of them.\", \"\", ".repeat(paragraphs);
        return LessonFile.parse("""
                {"shiftscope": 1, "lesson": {"id": "x", "title": "A title", "aim": "An **aim**.",
                  "experiments": {"one": {}},
                  "steps": [{"title": "First", "text": [%s"$$y = \\\\gamma\\\\hat z + \\\\beta$$"], "do": "Play.", "claims": ["c"], "experiment": "one",
                    "predict": {"question": "Which?", "answers": ["This $x$", "That"], "right": 0, "because": "Therefore."}}],
                  "claims": [{"id": "c", "text": "It is so.", "reading": "{left}", "above": 0,
                    "left": {"number": "accuracy", "experiment": "one", "run": "a", "at": 1}, "removed": {"because": "No."}}],
                  "papers": [{"text": "Said so.", "source": "A [b] 2015, section_3"}]}}""".formatted(text), "x");
    }

    private static RecordingSurface drawn(Lesson lesson, Map<String, Rate> rates) {
        RecordingSurface surface = new RecordingSurface();
        LessonSheet.of(lesson, rates).parts().forEach(part -> part.drawing().accept(surface));
        return surface;
    }

    private static String words(RecordingSurface surface) {
        return String.join(" ", surface.words());
    }

    @Test
    void everythingOfALessonStandsOnIt() {
        RecordingSurface surface = drawn(lesson(1), Map.of("c", new Rate(19, 20, 1, 0, 2)));
        String words = words(surface);
        for (String said : List.of("A title", "An aim .", "1. First", "$5", "Predict: Which?", "That", "Do: Play.", "It is so.",
                "Held in 19 of 20 seeds.", "Said so. (A [b] 2015, section_3)")) {
            assertTrue(words.replace(" .", ".").contains(said.replace(" .", ".")), said + " is not in " + words);
        }
        assertFalse(words.contains("Therefore"), "the answer is not given away");
        assertEquals(3, surface.outlines.size(), "formulas");
    }

    /** Words are put before and after texts that may begin or end with a formula that stands alone, or be as long as a text may be. */
    @Test
    void textsThatBeginOrEndWithAFormulaAreSetToo() {
        String longest = "x".repeat(Prose.LONGEST);
        for (String text : List.of("$$x$$", "$$x$$\nMove it.", "Move.\n\n$$x$$", "- one\n- two", longest)) {
            Lesson plain = lesson(1);
            LessonStep step = plain.steps().get(0);
            LessonStep.Prediction asked = step.prediction().orElseThrow();
            LessonStep changed = new LessonStep(step.title(), step.text(), step.experiment(), step.view(),
                    Optional.of(new LessonStep.Prediction(text, asked.answers(), asked.right(), asked.because())), text, step.until(),
                    step.region(), step.exhibit(), step.claims());
            Claim claim = plain.claims().get(0);
            Claim said = new Claim(claim.id(), text, claim.reading(), claim.left(), claim.right(), claim.comparison(), claim.above(),
                    claim.below(), claim.removal());
            Lesson lesson = new Lesson(plain.id(), plain.title(), plain.aim(), plain.experiments(), plain.sweeps(), List.of(changed),
                    List.of(said), List.of(new Lesson.Source(text, "Somebody 2015")), plain.teaching(), plain.hidden(), plain.fingerprint());
            String words = words(drawn(lesson, Map.of("c", new Rate(19, 20, 1, 0, 2))));
            for (String around : List.of("Predict:", "Do:", "Held in 19 of 20 seeds.", "(Somebody 2015)")) {
                assertTrue(text.equals(longest) || words.contains(around), around + " is not in " + words);
            }
        }
    }

    @Test
    void aClaimThatWasNotMeasuredHasNoRate() {
        assertFalse(words(drawn(lesson(1), Map.of())).contains("Held"));
    }

    @Test
    void theTypeIsSmallerWhereThereIsMoreAndNothingLeavesThePage() {
        double before = Double.POSITIVE_INFINITY;
        for (int times : new int[] {1, 2}) {
            RecordingSurface surface = drawn(repeated(lesson(45), times), Map.of());
            double size = surface.texts.stream().filter(said -> said.text().equals("First")).findFirst().orElseThrow().style().size();
            assertTrue(size < before, size + " for " + times);
            before = size;
            assertFalse(words(surface).contains("and more:"));
            assertInside(surface);
        }
    }

    @Test
    void whatDoesNotFitAtAllIsLeftOutAndThePageSaysSo() {
        RecordingSurface surface = drawn(repeated(lesson(50), 6), Map.of());
        assertInside(surface);
        assertTrue(words(surface).contains("and more: the rest is in the lesson on screen."));
    }

    /** The same with its step so many times. */
    private static Lesson repeated(Lesson one, int times) {
        return new Lesson(one.id(), one.title(), one.aim(), one.experiments(), one.sweeps(),
                Collections.nCopies(times, one.steps().get(0)), one.claims(), one.papers(), one.teaching(), one.hidden(),
                one.fingerprint());
    }

    private static void assertInside(RecordingSurface surface) {
        surface.texts.forEach(said -> {
            Box box = surface.boxOf(said);
            assertTrue(box.x() >= MARGIN - 1 && box.right() <= WIDTH - MARGIN + 1 && box.bottom() <= HEIGHT - MARGIN / 2 + 1, said.toString());
        });
        surface.outlines.forEach(formula ->
                assertTrue(formula.box().right() <= WIDTH - MARGIN + 1 && formula.box().bottom() <= HEIGHT - MARGIN, formula.toString()));
    }

    /** Also that every formula of theirs can be typeset. */
    @Test
    void everyLessonOfTheProgramFitsOnItsPage() {
        IntStream.rangeClosed(1, Library.size()).mapToObj(Library::lesson).forEach(lesson -> {
            RecordingSurface surface = drawn(lesson, Map.of());
            assertInside(surface);
            assertFalse(words(surface).contains("and more:"), lesson.id());
        });
    }

    @Test
    void theFilesHoldOnePage() throws IOException {
        Picture picture = LessonSheet.of(lesson(1), Map.of());
        Path pdf = folder.resolve("x.pdf");
        Pictures.write(pdf, picture, PictureOptions.PLAIN);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            assertEquals(1, document.getNumberOfPages());
            assertTrue(new PDFTextStripper().getText(document).contains("A title"));
        }
        Path png = folder.resolve("x.png");
        Pictures.write(png, picture, new PictureOptions(2, false));
        assertEquals(1190, ImageIO.read(png.toFile()).getWidth());
    }

    @Test
    void theGuideHasWhatATeacherNeeds() {
        String guide = TeachingGuide.of(List.of(lesson(1)), any -> Map.of("c", new Rate(19, 20, 1, 0, 2)));
        assertTrue(guide.contains("## 1. A title\n\nAn **aim**.\n") && guide.contains("- It is so. *Held in 19 of 20 seeds.*\n"), guide);
        assertFalse(guide.contains("Ten minutes\n"), "there is no script");
        assertTrue(TeachingGuide.of(List.of(lesson(1)), any -> Map.of()).contains("*not measured yet*"));
    }
}
