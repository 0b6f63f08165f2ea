package shiftscope.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LessonLinkTest {
    @Test
    void aLessonByNumberOrFileOpensTheWindow() {
        assertFalse(CommandLineInterface.isAsked("lesson", "5"));
        assertFalse(CommandLineInterface.isAsked("lesson", "mine.lesson.json"));
    }

    @Test
    void whatIsDoneWithLessonsStaysOnTheCommandLine() {
        assertTrue(CommandLineInterface.isAsked("lesson"));
        assertTrue(CommandLineInterface.isAsked("lesson", "check"));
        assertTrue(CommandLineInterface.isAsked("lesson", "check", "5"));
        assertTrue(CommandLineInterface.isAsked("lesson", "--help"));
    }
}
