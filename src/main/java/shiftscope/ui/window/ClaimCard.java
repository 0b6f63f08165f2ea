package shiftscope.ui.window;

import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import shiftscope.lesson.Claim;
import shiftscope.lesson.Rate;
import shiftscope.lesson.Verdict;
import shiftscope.lesson.text.Prose;
import shiftscope.ui.model.ClaimLedger;
import shiftscope.ui.model.ClaimWords;
import shiftscope.ui.model.LessonDesk;

/** A claim of a lesson: open, held or not held, said by a sign, a word and a colour, with its number. */
final class ClaimCard {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Claim claim;
    /** The claim without its markup, for those who hear it. */
    private final String sentence;
    private final VBox card = new VBox();
    private final FontIcon sign = new FontIcon();
    private final FontIcon mark = new FontIcon();
    private final Label state = line("card-state");
    private final Label numbers = line("claim-numbers");
    private final Label bound = line("hint");
    private final Label changed = line("claim-changed");
    private final Subscription outcome;

    /** @param rich makes Markdown a node */
    ClaimCard(Claim claim, LessonDesk lessons, Function<String, Node> rich) {
        this.claim = claim;
        sentence = Prose.of(claim.text()).plain();
        HBox head = new HBox(sign, state);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        card.setId("claim-" + claim.id());
        card.getStyleClass().addAll("lesson-card", "claim");
        mark.getStyleClass().add("claim-mark");
        changed.setText(ClaimWords.changed());
        card.getChildren().addAll(head, rich.apply(claim.text()), numbers, bound, changed);
        Rate rate = lessons.openedProperty().get().rates().get(claim.id());
        if (rate != null) {
            Label rates = line("hint");
            rates.setText(ClaimWords.rate(rate));
            rates.setTooltip(new Tooltip(ClaimWords.spread(claim, rate)));
            card.getChildren().add(rates);
        }
        outcome = lessons.claims().outcomeOf(claim.id()).subscribe(this::show);
    }

    Node node() {
        return card;
    }

    /** Its sign alone, for where it is seen although the card is not. */
    Node mark() {
        return mark;
    }

    /** It is not shown any more. */
    void end() {
        outcome.unsubscribe();
    }

    private void show(ClaimLedger.Outcome now) {
        boolean decided = now.isDecided();
        String literal = switch (now.verdict().result()) {
            case OPEN -> "fth-square";
            case HELD -> "fth-check";
            case FAILED -> "fth-x";
        };
        sign.setIconLiteral(literal);
        mark.setIconLiteral(literal);
        state.setText(ClaimWords.state(now.verdict()));
        numbers.setText(ClaimWords.numbers(claim, now));
        bound.setText(decided ? ClaimWords.bound(claim, now.verdict()) : "");
        Bindings.shown(bound, decided);
        Bindings.shown(changed, decided && now.changed());
        for (Node node : List.of(card, mark)) {
            node.pseudoClassStateChanged(HELD, now.verdict().result() == Verdict.Result.HELD);
            node.pseudoClassStateChanged(FAILED, now.verdict().result() == Verdict.Result.FAILED);
        }
        card.setAccessibleText(state.getText() + ". " + sentence + " " + numbers.getText() + " " + bound.getText());
    }

    private static Label line(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
