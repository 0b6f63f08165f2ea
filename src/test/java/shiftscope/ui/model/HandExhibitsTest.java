package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import shiftscope.lesson.Arguments;
import shiftscope.lesson.Lesson;
import shiftscope.lesson.Library;

/** The exhibits of lessons 3 and 4: what is set becomes what is shown, and what claims are made of. */
class HandExhibitsTest {
    private final Desk desk = Desk.withStandard();
    private final ExhibitStand stand = desk.model.exhibits().stand();
    private final ChainExhibit chain = desk.model.exhibits().chain();
    private final EightNumbersExhibit eight = desk.model.exhibits().eightNumbers();

    private void show(int number, int step) {
        Lesson lesson = Library.lesson(number);
        stand.show(lesson, lesson.steps().get(step).exhibit().orElseThrow(), Path.of(""));
    }

    private Arguments arguments() {
        return stand.argumentsProperty().get();
    }

    @Test
    void aChainIsOpenedAndSet() {
        assertNull(chain.shownProperty().get());
        show(3, 1);
        assertEquals(10, chain.shownProperty().get().chain().length());
        assertEquals(6.19, chain.shownProperty().get().chain().output(), 0.005);
        assertEquals(Collections.nCopies(10, 1.2), arguments().list("w"));
        chain.depth().textProperty().set("4");
        chain.alpha().positionProperty().set(-2);
        assertEquals("0.01", chain.alpha().textProperty().get());
        assertEquals(4, arguments().number("depth"));
        assertEquals(0.01, arguments().number("alpha"));
        chain.x().positionProperty().set(-1.2345);
        assertEquals(-1.23, chain.shownProperty().get().chain().output() / Math.pow(1.2, 4), 1e-12, "a slider goes by hundredths");
        show(3, 0);
        assertEquals(1, arguments().number("x"), "opened anew it is as the lesson has it");
        assertEquals("3", chain.depth().textProperty().get());
    }

    @Test
    void eachWeightMayHaveItsOwn() {
        show(3, 0);
        chain.weight().textProperty().set("1.5");
        chain.ownProperty().set(true);
        assertEquals(List.of(1.5, 1.5, 1.5), arguments().list("w"), "each begins at what all were");
        chain.weights().get(1).textProperty().set("0");
        assertEquals(0, chain.shownProperty().get().chain().output());
        assertEquals(2.25, chain.shownProperty().get().chain().gradient(1));
        chain.weights().get(7).textProperty().set("2");
        assertEquals(3, arguments().list("w").size(), "those from l on do not count");
        chain.ownProperty().set(false);
        assertEquals(List.of(1.5, 1.5, 1.5), arguments().list("w"));
    }

    @Test
    void whatIsNoNumberOfTheRangeIsRefusedByName() {
        show(3, 0);
        chain.depth().textProperty().set("21");
        assertEquals("l is “21”; accepted is a number from 2 to 20.", desk.trouble());
        assertEquals(3, arguments().number("depth"));
        desk.model.notices().dismiss();
        assertEquals("3", chain.depth().textProperty().get());
        chain.alpha().textProperty().set("much");
        assertTrue(desk.trouble().startsWith("α is “much”"), desk.trouble());
        chain.alpha().textProperty().set("0,2");
        assertEquals("", desk.trouble());
        assertEquals(0.2, arguments().number("alpha"));
        show(4, 0);
        eight.numbers().get(2).textProperty().set("11");
        assertEquals("x₃ is “11”; accepted is a number from -10 to 10.", desk.trouble());
    }

    @Test
    void eightNumbersAreChosenMovedAndTyped() {
        show(4, 0);
        assertEquals(4, eight.shownProperty().get().mean(), 1e-12);
        eight.chosenProperty().set(7);
        eight.moveTo(12.34);
        assertEquals(10, eight.shownProperty().get().x(7));
        assertEquals("10", eight.numbers().get(7).textProperty().get());
        eight.moveBy(-0.1);
        assertEquals(9.9, arguments().list("numbers").get(7));
        eight.choose(1);
        assertEquals(0, eight.chosenProperty().get(), "behind the last comes the first");
        eight.choose(-1);
        assertEquals(7, eight.chosenProperty().get());
        eight.numbers().get(3).textProperty().set("-2.5");
        assertEquals(3, eight.chosenProperty().get(), "what is typed is pointed out");
        assertEquals(-2.5, eight.shownProperty().get().x(3));
        eight.gamma().textProperty().set("-2");
        eight.epsilon().positionProperty().set(0);
        eight.factors().get(1).textProperty().set("3");
        assertEquals(-2, eight.shownProperty().get().gamma());
        assertEquals(1, arguments().number("epsilon"));
        assertEquals(3, arguments().list("factors").get(1));
        eight.numbers().forEach(number -> number.textProperty().set("3"));
        assertEquals(0, eight.shownProperty().get().variance());
        assertEquals(0, eight.shownProperty().get().normalized(5));
    }

    @Test
    void theyDoNotDisturbEachOther() {
        show(4, 0);
        assertNull(chain.shownProperty().get());
        show(3, 0);
        assertFalse(arguments().numbers().containsKey("gamma"));
        stand.clear();
        assertEquals(3, chain.shownProperty().get().chain().length());
    }
}
