package shiftscope.export;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shiftscope.config.BadInputException;

/**
 * What a formula may be written with. Only commands that are known here, because others of the library read files, define commands that
 * call themselves, fill the memory, or change what later formulas look like. So a formula can be looked through without the library,
 * which takes long to load.
 */
public final class FormulaSource {
    /** The longest formula, in characters. */
    static final int LONGEST = 1_000;

    private static final int DEEPEST = 20;

    private static final Set<String> COMMANDS = new TreeSet<>(Arrays.asList(("""
            frac dfrac tfrac sqrt binom left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle
            hat bar tilde vec dot ddot widehat widetilde overline underline overbrace underbrace overset underset stackrel
            mathrm mathbf mathbb mathcal mathit mathsf boldsymbol bf rm text textbf textit operatorname
            displaystyle textstyle scriptstyle quad qquad begin end phantom substack prime mid not
            alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma
            tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
            sum prod int oint lim sup inf max min arg log ln exp sin cos tan sinh cosh tanh det dim Pr
            cdot cdots ldots dots vdots ddots times div pm mp ast star circ bullet oplus otimes odot
            le leq ge geq ne neq ll gg lt gt approx sim simeq equiv cong propto in notin ni subset subseteq supset supseteq cup cap
            setminus emptyset forall exists neg land lor to gets mapsto rightarrow leftarrow Rightarrow Leftarrow leftrightarrow
            Leftrightarrow longrightarrow implies iff uparrow downarrow partial nabla infty ell hbar Re Im angle perp parallel top
            langle rangle lfloor rfloor lceil rceil vert Vert lVert rVert""").trim().split("\\s+")));

    /** Commands of one sign. */
    private static final String SIGNS = "\\,;:!{}|%&$#_ ";

    private static final Set<String> ENVIRONMENTS = Set.of("aligned", "cases", "matrix", "pmatrix", "bmatrix", "vmatrix");

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('α', "alpha"), Map.entry('β', "beta"), Map.entry('γ', "gamma"), Map.entry('δ', "delta"),
            Map.entry('ε', "varepsilon"), Map.entry('η', "eta"), Map.entry('θ', "theta"), Map.entry('λ', "lambda"), Map.entry('μ', "mu"),
            Map.entry('π', "pi"), Map.entry('ρ', "rho"), Map.entry('σ', "sigma"), Map.entry('τ', "tau"), Map.entry('φ', "varphi"),
            Map.entry('ω', "omega"), Map.entry('Δ', "Delta"), Map.entry('Σ', "Sigma"), Map.entry('∂', "partial"), Map.entry('∇', "nabla"),
            Map.entry('∞', "infty"), Map.entry('·', "cdot"), Map.entry('×', "times"), Map.entry('≤', "le"), Map.entry('≥', "ge"),
            Map.entry('≠', "ne"), Map.entry('≈', "approx"), Map.entry('∝', "propto"), Map.entry('→', "to"), Map.entry('±', "pm"),
            Map.entry('…', "ldots"), Map.entry('−', "minus"));

    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)", Pattern.DOTALL);
    private static final Pattern ENVIRONMENT = Pattern.compile("\\\\(begin|end)\\s*(\\{([a-z]*)\\})?");

    private FormulaSource() {}

    /** All commands that begin with a backslash and a letter, without it, in the order of the alphabet. */
    public static Set<String> commands() {
        return Set.copyOf(COMMANDS);
    }

    /**
     * Looks a formula through without typesetting it.
     *
     * @throws BadInputException if it is empty, too long, holds a character or command that is not known, or braces that do not match
     */
    public static void check(String latex) {
        if (latex.isBlank()) {
            throw new BadInputException("a formula is empty; accepted is LaTeX between the dollar signs.");
        }
        if (latex.length() > LONGEST) {
            throw refused(latex, "it has more than " + LONGEST + " characters");
        }
        latex.chars().filter(sign -> (sign < ' ' || sign > '~') && sign != '\n' && !LETTERS.containsKey((char) sign)).findFirst().ifPresent(
                sign -> {
                    throw refused(latex, "it holds \"" + (char) sign + "\", which stands for no command here");
                });
        for (Matcher command = COMMAND.matcher(latex); command.find();) {
            String name = command.group(1);
            if (!COMMANDS.contains(name) && (name.length() > 1 || !SIGNS.contains(name))) {
                throw refused(latex, "\\" + name + " is not known here");
            }
        }
        checkNesting(latex);
    }

    private static void checkNesting(String latex) {
        String bare = latex.replaceAll("(?s)\\\\[^A-Za-z]", "  ");
        if (bare.endsWith("\\")) {
            throw refused(latex, "it ends with a backslash");
        }
        if (bare.contains("%") || bare.contains("#") || bare.contains("$")) {
            throw refused(latex, "%, # and $ stand behind a backslash in a formula");
        }
        int depth = 0;
        int deepest = 0;
        for (char sign : bare.toCharArray()) {
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            deepest = Math.max(deepest, depth);
            if (depth < 0) {
                break;
            }
        }
        if (depth != 0) {
            throw refused(latex, "its braces do not match");
        }
        checkEnvironments(latex, bare);
        if (deepest > DEEPEST || bare.split("\\\\(left|begin)(?![A-Za-z])", -1).length > DEEPEST) {
            throw refused(latex, "it is nested too deeply");
        }
    }

    private static void checkEnvironments(String latex, String bare) {
        Deque<String> open = new ArrayDeque<>();
        for (Matcher at = ENVIRONMENT.matcher(bare); at.find();) {
            String name = at.group(3);
            if (name == null || !ENVIRONMENTS.contains(name)) {
                throw refused(latex, "known after \\" + at.group(1) + " are " + String.join(", ", new TreeSet<>(ENVIRONMENTS)));
            }
            if (at.group(1).equals("begin")) {
                open.push(name);
            } else if (open.isEmpty() || !open.pop().equals(name)) {
                throw refused(latex, "\\begin and \\end do not match");
            }
        }
        if (!open.isEmpty()) {
            throw refused(latex, "\\begin and \\end do not match");
        }
    }

    /** The same with commands for letters that LaTeX has commands for. */
    static String ascii(String latex) {
        StringBuilder written = new StringBuilder();
        for (char sign : latex.toCharArray()) {
            String command = LETTERS.get(sign);
            written.append(command == null ? String.valueOf(sign) : command.equals("minus") ? "-" : "\\" + command + " ");
        }
        return written.toString();
    }

    /** Why a formula is not accepted. */
    static BadInputException refused(String latex, String why) {
        String line = latex.replaceAll("\\s+", " ").replaceAll("[^ -~α-ωΑ-Ω∂∇∞·×≤≥≠≈∝→±…−]", "?");
        String shown = line.length() > 60 ? line.substring(0, 57) + "..." : line;
        return new BadInputException("the formula \"" + shown + "\" cannot be typeset, because " + why
                + "; accepted is the LaTeX of formulas with the commands that docs/lesson-file.md lists.");
    }
}
