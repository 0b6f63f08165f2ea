package shiftscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, as {@code docs/architecture.md} states them; each says why it is one. */
class HouseRulesTest {
    private static final String[] BITS = {"..config..", "..engine..", "..data..", "..measure..", "..session.."};
    private static JavaClasses house;

    @BeforeAll
    static void importOnce() {
        house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("shiftscope");
    }

    @Test
    void thereIsAHouse() {
        assertTrue(house.size() > 50, "only " + house.size() + " classes were found, so that the rules would hold of nothing");
    }

    @Test
    void arrowsPointDown() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("shiftscope..")
                .layer("config").definedBy("shiftscope.config..")
                .optionalLayer("data").definedBy("shiftscope.data..")
                .optionalLayer("engine").definedBy("shiftscope.engine..")
                .optionalLayer("measure").definedBy("shiftscope.measure..")
                .optionalLayer("session").definedBy("shiftscope.session..")
                .optionalLayer("benchmark").definedBy("shiftscope.benchmark..")
                .optionalLayer("lesson").definedBy("shiftscope.lesson..")
                .optionalLayer("plot").definedBy("shiftscope.plot..")
                .optionalLayer("export").definedBy("shiftscope.export..")
                .optionalLayer("cli").definedBy("shiftscope.cli..")
                .optionalLayer("ui").definedBy("shiftscope.ui..")
                .optionalLayer("main").definedBy("shiftscope")
                .whereLayer("config").mayNotAccessAnyLayer()
                .whereLayer("data").mayOnlyAccessLayers("config")
                .whereLayer("engine").mayOnlyAccessLayers("config")
                .whereLayer("measure").mayOnlyAccessLayers("config", "engine")
                .whereLayer("session").mayOnlyAccessLayers("config", "data", "engine", "measure")
                .whereLayer("benchmark").mayOnlyAccessLayers("config", "data", "engine", "session")
                .whereLayer("lesson").mayOnlyAccessLayers("config", "data", "engine", "measure", "session", "plot", "export")
                .whereLayer("plot").mayOnlyAccessLayers("config", "measure", "session")
                .whereLayer("export").mayOnlyAccessLayers("config", "measure", "session", "plot")
                .whereLayer("cli").mayOnlyAccessLayers(
                        "config", "data", "engine", "measure", "session", "benchmark", "lesson", "plot", "export")
                .whereLayer("ui").mayOnlyAccessLayers("config", "data", "engine", "measure", "session", "lesson", "plot", "export")
                .whereLayer("main").mayOnlyAccessLayers("cli", "ui")
                .because("a reader, and a change, should have to look in one direction only"));
    }

    @Test
    void noRoomsGoInCircles() {
        check(slices().matching("shiftscope.(*)..").should().beFreeOfCycles()
                .because("rooms in a circle are one room, which can only be understood and tested whole"));
    }

    @Test
    void javaFxStaysInTheWindow() {
        check(noClasses().that().resideOutsideOfPackages("..ui..").should().dependOnClassesThat().resideInAnyPackage("javafx..")
                .because("the same experiment and the same figures come from a command line that has no display"));
    }

    @Test
    void awtDrawsInOnePlace() {
        check(noClasses().that(describe("are not where pixels are painted or the letters of formulas taken", type ->
                        !type.getName().matches("shiftscope\\.export\\.(PngSurface(\\$.*)?|OutlineGraphics|UnusedGraphics)")))
                .should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..")
                .because("AWT beside JavaFX brings a second toolkit with threads of its own; one class paints pixels with it, headless, "
                        + "and what formulas are typeset by draws on nothing else, so another takes the outlines"));
    }

    @Test
    void chanceAndTimeComeFromTheSeed() {
        check(noClasses().that().resideInAnyPackage("..config..", "..engine..", "..data..", "..session..")
                .should().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould().callMethod(Math.class, "random")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .because("the same experiment gives the same bits; randomness comes from RandomStream, and what the clock says decides "
                        + "only when a step is made"));
    }

    @Test
    void functionsThatDifferBetweenJdksAreNotUsed() {
        check(noClasses().that().resideInAnyPackage(BITS)
                .should().callMethodWhere(target(fullNameMatching(
                        "java\\.lang\\.Math\\.(exp|expm1|log|log10|log1p|tanh|sinh|cosh|sin|cos|tan|asin|acos|atan|atan2|pow|cbrt|hypot)\\(.*")))
                .because("Math may differ in the last bit between JDKs and machines; StrictMath may not"));
    }

    @Test
    void oneDoorToTheJavaFxThread() {
        check(noClasses().that().doNotHaveFullyQualifiedName("shiftscope.ui.FxThread")
                .should().callMethodWhere(target(fullNameMatching("javafx\\.application\\.Platform\\.(runLater|runAndWait)\\(.*")))
                .because("calls that queue up on the JavaFX thread freeze the window; one class can be watched for it"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses().that().resideOutsideOfPackages("shiftscope", "..cli..")
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .orShould().callMethodWhere(target(fullNameMatching("java\\.lang\\.Throwable\\.printStackTrace\\(.*")))
                .because("a window that was started from an icon has no console; what a user must know is shown where they look"));
    }

    @Test
    void oneDoorToTheNetwork() {
        check(noClasses().that().resideOutsideOfPackage("shiftscope.data.download..")
                .should().dependOnClassesThat(describe("can open a connection", HouseRulesTest::connects))
                .orShould().callMethodWhere(target(fullNameMatching("java\\.net\\.URL\\.(open|get)(Connection|Stream|Content)\\(.*")))
                .because("a user who has not asked for a download can be told that nothing leaves their machine"));
    }

    @Test
    void theWindowSeesSnapshotsOnly() {
        check(noClasses().that().resideInAPackage("..ui..")
                .should().dependOnClassesThat(resideInAPackage("..engine..").and(describe("are a network or its pass", HouseRulesTest::isLive)))
                .because("the training thread writes into them while the window reads; a snapshot never changes"));
    }

    /** A URL by itself is only a name; resources of the program have one. */
    private static boolean connects(JavaClass type) {
        return type.getName().matches("java(x)?\\.net\\..*|java\\.nio\\.channels\\..*(Socket|Datagram)Channel")
                && !type.getName().matches("java\\.net\\.UR[LI]");
    }

    private static boolean isLive(JavaClass type) {
        return Arrays.asList("Network", "Pass", "Layer", "LayerPass", "Dense", "Normalizer", "BatchNorm", "RowNorm", "Chance")
                .contains(type.getSimpleName());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }
}
