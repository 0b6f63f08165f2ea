package shiftscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Desk desk = Desk.withStandard();
    private final Timeline timeline = desk.model.timeline();

    private List<String> journeys() {
        return desk.sessions.last().told.stream().filter(what -> what.startsWith("go to")).toList();
    }

    @Test
    void nothingHappensBeforeThereIsAnythingToSee() {
        Desk empty = new Desk();
        empty.model.timeline().back(1);
        empty.model.timeline().backEpochs(1);
        empty.model.timeline().forkHere();
        assertEquals(0, empty.model.timeline().thumbProperty().get());
    }

    @Test
    void theThumbFollowsAtOnceAndTheNumbersWhenTheyAreThere() {
        desk.sees(5000, false);
        assertEquals(5000, timeline.thumbProperty().get());
        assertFalse(timeline.pastProperty().get());
        assertEquals("", timeline.sentenceProperty().get());
        timeline.goTo(1200);
        assertEquals(1200, timeline.thumbProperty().get());
        assertEquals(List.of("go to 1200"), journeys());
        desk.sees(1200, false);
        assertTrue(timeline.pastProperty().get());
        assertEquals(
                "Step 1\u202f200 of 5\u202f000 – the past. Play replays it; Fork here takes another way.",
                timeline.sentenceProperty().get());
    }

    @Test
    void onlyOneWishIsOnItsWay() {
        desk.sees(5000, false);
        for (long step = 4000; step >= 1000; step -= 100) {
            timeline.goTo(step);
        }
        assertEquals(1000, timeline.thumbProperty().get());
        assertEquals(List.of("go to 4000"), journeys());
        desk.sees(5000, false);
        assertEquals(1000, timeline.thumbProperty().get(), "a picture from before the wish changes nothing");
        assertEquals(List.of("go to 4000"), journeys());
        desk.sees(4000, false);
        assertEquals(1000, timeline.thumbProperty().get());
        assertEquals(List.of("go to 4000", "go to 1000"), journeys());
        desk.sees(1000, false);
        assertEquals(1000, timeline.thumbProperty().get());
        assertEquals(2, journeys().size());
    }

    @Test
    void whoLingersIsNotHeldUp() {
        desk.sees(5000, false);
        timeline.goTo(4000);
        timeline.goTo(4000);
        desk.sees(4000, false);
        assertEquals(List.of("go to 4000"), journeys(), "it is there already, and no picture would follow");
        timeline.goTo(3000);
        assertEquals(List.of("go to 4000", "go to 3000"), journeys());
    }

    @Test
    void aLongWayIsToldWhileItLasts() {
        desk.sees(50_000, false);
        timeline.goTo(31_200);
        desk.sessions.last().seeking = 31_200;
        for (int step = 31_000; step < 31_010; step++) {
            desk.sees(step, false);
            assertEquals("Going to step 31\u202f200 …", timeline.sentenceProperty().get());
            assertEquals(31_200, timeline.thumbProperty().get());
        }
        desk.sessions.last().seeking = -1;
        desk.sees(31_200, false);
        assertTrue(timeline.sentenceProperty().get().startsWith("Step 31\u202f200 of 50\u202f000"));
    }

    @Test
    void aWishThatNobodyHearsIsForgotten() {
        desk.sees(100, false);
        timeline.goTo(50);
        for (int step = 101; step <= 104; step++) {
            desk.sees(step, false);
        }
        assertEquals(104, timeline.thumbProperty().get());
        timeline.goTo(60);
        assertEquals(List.of("go to 50", "go to 60"), journeys());
    }

    @Test
    void stepsBackAddUp() {
        desk.sees(100, false);
        timeline.back(1);
        timeline.back(1);
        timeline.back(10);
        assertEquals(88, timeline.thumbProperty().get());
        timeline.backEpochs(1);
        assertEquals(55, timeline.thumbProperty().get());
        timeline.back(-20);
        assertEquals(75, timeline.thumbProperty().get());
        timeline.back(1000);
        assertEquals(0, timeline.thumbProperty().get());
        timeline.backToNow();
        assertEquals(100, timeline.thumbProperty().get());
    }

    @Test
    void aRunThatPlaysPauses() {
        desk.sees(100, true);
        timeline.back(1);
        assertEquals(List.of("pause", "go to 99"),
                desk.sessions.last().told.stream().filter(what -> what.equals("pause") || what.startsWith("go")).toList());
        assertFalse(desk.model.transport().playingProperty().get());
    }

    @Test
    void otherRunsHaveATimeOfTheirOwn() {
        desk.sees(100, false);
        timeline.goTo(50);
        desk.model.transport().reset();
        desk.work();
        desk.sees(0, false);
        assertEquals(0, timeline.thumbProperty().get());
        assertFalse(timeline.pastProperty().get());
        assertEquals("", timeline.memoryProperty().get());
    }
}
