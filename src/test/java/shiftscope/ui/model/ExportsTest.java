package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shiftscope.export.FigureView;
import shiftscope.export.Pictures;
import shiftscope.plot.LayerNumber;
import shiftscope.plot.SampleSnapshots;
import shiftscope.plot.WallMode;
import shiftscope.session.Snapshot;

class ExportsTest {
    @TempDir
    private Path folder;

    private final Desk desk = Desk.withStandard();
    private final Exports exports = desk.model.exports();
    private final ExportForm form = exports.form();

    private void sees(Snapshot snapshot) {
        desk.sessions.last().next = Optional.of(snapshot);
        desk.sessions.last().still = snapshot;
        desk.model.bench().poll();
    }

    @Test
    void theSheetBeginsWithWhatIsShown() {
        sees(SampleSnapshots.usual());
        desk.model.look().modeProperty().set(WallMode.PERCENTILES);
        exports.toggle();
        assertTrue(exports.shownProperty().get());
        assertEquals(FigureView.PERCENTILES, form.viewProperty().get());
        assertEquals("1000", form.widthProperty().get());
        assertEquals("820", form.heightProperty().get());
        assertEquals("1840", form.toProperty().get());
        assertEquals("shiftscope-percentiles-step1840.png", exports.suggestedName());
        exports.toggle();
        assertFalse(exports.shownProperty().get());
        desk.model.look().open(2);
        exports.toggle();
        assertEquals(FigureView.LAYER, form.viewProperty().get());
        exports.show(FigureView.LOSS);
        assertEquals("360", form.heightProperty().get());
    }

    @Test
    void everyFormatIsWrittenInTheBackground() throws Exception {
        sees(SampleSnapshots.usual());
        for (FigureView view : List.of(FigureView.NOW, FigureView.LOSS, FigureView.of(LayerNumber.SHIFT))) {
            for (ExportForm.Format format : List.of(
                    ExportForm.Format.PNG, ExportForm.Format.SVG, ExportForm.Format.PDF, ExportForm.Format.CSV)) {
                form.viewProperty().set(view);
                form.formatProperty().set(format);
                exports.write(folder.resolve(view + "-" + format));
                Path file = folder.resolve(view + "-" + format + format.ending());
                assertFalse(Files.exists(file), "not while the window waits");
                desk.work();
                assertTrue(Files.size(file) > 500, file + ": " + Files.size(file));
                assertEquals("Written to " + file + ".", desk.model.notices().newsProperty().get());
            }
        }
        String svg = Files.readString(folder.resolve("NOW-SVG.svg"), StandardCharsets.UTF_8);
        assertTrue(svg.contains("seed 42"), "it says where it comes from");
    }

    @Test
    void aPictureIsAsLargeAsAskedForTimesItsScale() {
        sees(SampleSnapshots.usual());
        form.viewProperty().set(FigureView.LOSS);
        form.widthProperty().set("500");
        form.heightProperty().set("300");
        form.scaleProperty().set(3);
        List<Pictures.Pixels> copied = new ArrayList<>();
        exports.copy(copied::add);
        desk.work();
        assertEquals(1500, copied.get(0).width());
        assertEquals(900, copied.get(0).height());
    }

    @Test
    void whatIsNotAcceptedIsASentenceThatNamesTheField() {
        sees(SampleSnapshots.usual());
        form.widthProperty().set("wide");
        exports.write(folder.resolve("a"));
        assertTrue(desk.trouble().startsWith("Width is “wide”"), desk.trouble());
        form.widthProperty().set("10");
        exports.write(folder.resolve("a"));
        assertTrue(desk.trouble().contains("200"), desk.trouble());
        form.widthProperty().set("1000");
        form.formatProperty().set(ExportForm.Format.GIF);
        form.fromProperty().set("100");
        form.toProperty().set("50");
        exports.write(folder.resolve("a"));
        assertTrue(desk.trouble().contains("from 100 to 50"), desk.trouble());
        assertEquals(0, desk.background.size());
    }

    @Test
    void whatTheFigureShowsIsMeasuredForIt() {
        sees(SampleSnapshots.usual());
        form.viewProperty().set(FigureView.LAG);
        exports.write(folder.resolve("lag"));
        assertTrue(desk.sessions.last().told.contains("still SCALED with statistics"), desk.sessions.last().told::toString);
        desk.work();
        assertTrue(desk.trouble().contains("have not been measured yet"), desk.trouble());
    }

    @Test
    void movingPicturesThatAreGivenUpLeaveNothingBehind() throws Exception {
        sees(SampleSnapshots.usual());
        exports.toggle();
        form.formatProperty().set(ExportForm.Format.GIF);
        exports.write(folder.resolve("film"));
        assertTrue(exports.runningProperty().get());
        exports.cancel();
        desk.work();
        assertFalse(exports.runningProperty().get());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        assertTrue(desk.sessions.last().told.contains("close"), "the runs of its own end");
        assertEquals(2, desk.sessions.opened.size());
        assertFalse(desk.sessions.opened.get(0).told.contains("close"), "those on screen go on");
        assertTrue(desk.model.notices().newsProperty().get().startsWith("The moving pictures were given up"));
    }
}
