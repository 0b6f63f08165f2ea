package shiftscope.lesson.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import shiftscope.config.ProgramVersion;
import shiftscope.export.Origin;
import shiftscope.export.Picture;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.LessonStep;
import shiftscope.lesson.Rate;
import shiftscope.lesson.text.Prose;
import shiftscope.lesson.text.Span;
import shiftscope.plot.Palette;
import shiftscope.plot.Surface;
import shiftscope.plot.TextStyle;

/**
 * A lesson on one page of A4 in two columns: its steps with their formulas and questions (without the answers), what is measured, and
 * what the papers say. The type is as large as lets all of it stand on the page, from {@value #LARGEST} to {@value #SMALLEST} points; of a
 * lesson that does not fit then, what is over is left out, and the page says so.
 */
public final class LessonSheet {
    /** A4 at 72 to the inch. */
    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;
    private static final double MARGIN = 42;
    private static final double BETWEEN = 22;
    private static final double LARGEST = 9.5;
    private static final double SMALLEST = 6.5;
    private static final double FINER = 0.25;
    private static final double TICK = 1.5;

    private final Lesson lesson;
    private final Map<String, Rate> rates;
    private final Palette palette = Palette.PROJECTOR;
    private final ResourceBundle texts = ResourceBundle.getBundle("shiftscope.lesson.sheet.sheet", Locale.ENGLISH);

    /** Something that is not parted by the end of a column. */
    private interface Element {
        /** Returns the lower edge. */
        double set(Setter setter, double x, double y, double width, double size);
    }

    private LessonSheet(Lesson lesson, Map<String, Rate> rates) {
        this.lesson = lesson;
        this.rates = rates;
    }

    /**
     * The page, to be written by {@link shiftscope.export.Pictures}.
     *
     * @param rates how often claims held, by their ids, of those that are known
     */
    public static Picture of(Lesson lesson, Map<String, Rate> rates) {
        LessonSheet sheet = new LessonSheet(lesson, rates);
        List<Origin.Entry> origin = List.of(
                new Origin.Entry("Software", "ShiftScope " + ProgramVersion.text()), new Origin.Entry("Title", lesson.title()));
        return new Picture(WIDTH, HEIGHT, sheet.palette, lesson.title(), new Origin(Prose.of(lesson.aim()).plain(), origin),
                List.of(new Picture.Part(0, 0, sheet::draw)));
    }

    private void draw(Surface surface) {
        double size = LARGEST;
        while (size > SMALLEST && !set(new Setter(surface, false, palette.text(), palette.muted()), size)) {
            size -= FINER;
        }
        set(new Setter(surface, true, palette.text(), palette.muted()), size);
        TextStyle foot = new TextStyle(7, TextStyle.Weight.REGULAR, palette.muted(), TextStyle.Align.LEFT);
        surface.text(text("foot", ProgramVersion.text()), MARGIN, HEIGHT - MARGIN / 2, foot);
    }

    /** Returns whether everything found its place. */
    private boolean set(Setter setter, double size) {
        double whole = WIDTH - 2 * MARGIN;
        double y = setter.words(lesson.title(), TextStyle.Weight.BOLD, MARGIN, MARGIN, whole, 2.1 * size);
        double top = setter.prose(Prose.of(lesson.aim()), MARGIN, y, whole, 1.1 * size) + size;
        double width = (whole - BETWEEN) / 2;
        double bottom = HEIGHT - MARGIN - 2 * size;
        double x = MARGIN;
        y = top;
        Setter measuring = setter.measuring();
        for (Element element : elements()) {
            double height = element.set(measuring, x, y, width, size) - y;
            if (y + height > bottom && x == MARGIN) {
                x += width + BETWEEN;
                y = top;
            }
            if (y + height > bottom) {
                setter.words(text("cut"), TextStyle.Weight.MEDIUM, x, bottom, width, size);
                return false;
            }
            y = element.set(setter, x, y, width, size);
        }
        return true;
    }

    private List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            LessonStep step = lesson.steps().get(i);
            List<Prose> paragraphs = parts(step.text());
            String title = i + 1 + ". " + step.title();
            // A title stands never alone at the end of a column.
            elements.add(together(heading(title), paragraphs.isEmpty() ? nothing() : plain(paragraphs.get(0))));
            paragraphs.stream().skip(1).forEach(paragraph -> elements.add(plain(paragraph)));
            step.prediction().ifPresent(prediction -> elements.add(question(prediction)));
            if (!step.task().isEmpty()) {
                elements.add(plain(Prose.of(step.task()).after(strong("do"))));
            }
        }
        for (int i = 0; i < lesson.claims().size(); i++) {
            Element claim = claim(lesson.claims().get(i));
            elements.add(i == 0 ? together(heading(text("claims")), claim) : claim);
        }
        for (int i = 0; i < lesson.papers().size(); i++) {
            Lesson.Source paper = lesson.papers().get(i);
            Element said = plain(Prose.of(paper.text()).before(new Span.Words("(" + paper.source() + ")", Span.Style.PLAIN)));
            elements.add(i == 0 ? together(heading(text("papers")), said) : said);
        }
        return elements;
    }

    private static List<Prose> parts(String markdown) {
        return Prose.of(markdown).blocks().stream().map(block -> new Prose(List.of(block))).toList();
    }

    private static Element nothing() {
        return (setter, x, y, width, size) -> y;
    }

    private static Element plain(Prose prose) {
        return (setter, x, y, width, size) -> setter.prose(prose, x, y, width, size);
    }

    private static Element together(Element first, Element second) {
        return (setter, x, y, width, size) -> second.set(setter, x, first.set(setter, x, y, width, size), width, size);
    }

    private static Element heading(String words) {
        return (setter, x, y, width, size) ->
                setter.words(words, TextStyle.Weight.SEMI_BOLD, x, y + 0.5 * size, width, 1.15 * size) + 0.2 * size;
    }

    private Element question(LessonStep.Prediction prediction) {
        Prose question = Prose.of(prediction.question()).after(strong("predict"));
        return (setter, x, y, width, size) -> {
            double at = setter.prose(question, x, y, width, size);
            for (String answer : prediction.answers()) {
                setter.box(x, at, size);
                at = setter.prose(Prose.of(answer), x + TICK * size, at, width - TICK * size, size) - 0.2 * size;
            }
            return at + 0.3 * size;
        };
    }

    private Element claim(Claim claim) {
        Rate rate = rates.get(claim.id());
        Prose sentence = Prose.of(claim.text());
        Prose told = rate == null
                ? sentence
                : sentence.before(new Span.Words(text("held", rate.times(), rate.seeds()), Span.Style.EMPHASIS));
        return (setter, x, y, width, size) -> {
            setter.box(x, y, size);
            return setter.prose(told, x + TICK * size, y, width - TICK * size, size);
        };
    }

    private Span.Words strong(String key) {
        return new Span.Words(text(key), Span.Style.STRONG);
    }

    private String text(String key, Object... arguments) {
        return String.format(Locale.ROOT, texts.getString(key), arguments);
    }
}
