package shiftscope.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.JsonInput;
import shiftscope.config.JsonOutput;
import shiftscope.config.JsonPart;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Script;
import shiftscope.session.Standing;
import shiftscope.session.State;

/** A {@link Document} as JSON: the settings of the experiment at step 0, and beside them what is not as at the start. */
final class DocumentJson {
    static final String VIEW = "view";
    static final String STEP = "step";
    static final String COMMANDS = "commands";
    static final String STATE = "state";
    static final List<String> KEYS = List.of(VIEW, STEP, COMMANDS, STATE);

    private DocumentJson() {}

    /** With every setting, to be read: a line for each, and for each command. */
    static String readable(Document document) {
        ObjectNode whole = JsonInput.withSchema();
        whole.setAll(ExperimentFile.json(document.script().start()));
        if (!document.view().equals(View.STANDARD)) {
            whole.set(VIEW, ViewJson.write(document.view()));
        }
        putStep(whole, document.script());
        List<RecordedCommand> commands = document.script().commands();
        if (!commands.isEmpty()) {
            whole.putRawValue(COMMANDS, new RawValue(commands.stream()
                    .map(command -> "    " + JsonOutput.oneLine(CommandJson.write(command)))
                    .collect(Collectors.joining(",\n", "[\n", "\n  ]"))));
        }
        document.script().state().ifPresent(state -> whole.set(STATE, StateJson.write(state)));
        return JsonOutput.lines(whole) + "\n";
    }

    /** With what differs from the standard only, as short as possible, and without the state. */
    static String shortest(Document document) {
        ObjectNode whole = JsonInput.withSchema();
        whole.setAll(JsonInput.differences(
                ExperimentFile.json(document.script().start()), ExperimentFile.json(Experiment.standard())));
        ObjectNode view = JsonInput.differences(ViewJson.write(document.view()), ViewJson.write(View.STANDARD));
        if (!view.isEmpty()) {
            whole.set(VIEW, view);
        }
        putStep(whole, document.script());
        if (!document.script().commands().isEmpty()) {
            document.script().commands().forEach(command -> whole.withArrayProperty(COMMANDS).add(CommandJson.write(command)));
        }
        return JsonOutput.compact(whole);
    }

    private static void putStep(ObjectNode whole, Script script) {
        if (script.step() != 0) {
            whole.put(STEP, script.step());
        }
    }

    /**
     * Reads both forms.
     *
     * @param name what sentences call the text
     * @throws BadInputException if it is none of both, or holds something that is not accepted
     */
    static Document read(String text, String name) {
        JsonPart settings = JsonInput.parse(text, name);
        if (text.length() > ExperimentFile.MOST_BYTES && !settings.has(STATE)) {
            throw JsonInput.tooLarge(name, ExperimentFile.MOST_BYTES);
        }
        return read(settings);
    }

    /**
     * Reads both forms without the version of the schema.
     *
     * @param settings what is beside the settings is taken out of it
     * @throws BadInputException if it holds something that is not accepted
     */
    static Document read(JsonPart settings) {
        JsonPart besides = settings.split(KEYS);
        Experiment start = ExperimentFile.experiment(settings, KEYS);
        View view = besides.has(VIEW)
                ? ViewJson.read(besides.part(VIEW), start.network().hidden().size())
                : View.STANDARD;
        long step = besides.has(STEP) ? besides.whole(STEP, 0, CommandJson.MOST_STEPS) : 0;
        List<RecordedCommand> commands = besides.has(COMMANDS) ? commands(besides.parts(COMMANDS), start) : List.of();
        Optional<State> state = besides.has(STATE) ? Optional.of(StateJson.read(besides.part(STATE), step)) : Optional.empty();
        return new Document(new Script(start, commands, step, state), view);
    }

    /** Each is let land in turn, so that what could not have happened is refused where it stands. */
    private static List<RecordedCommand> commands(List<JsonPart> parts, Experiment start) {
        List<RecordedCommand> commands = new ArrayList<>();
        Standing standing = new Standing(start);
        long before = 0;
        for (JsonPart part : parts) {
            RecordedCommand command = CommandJson.read(part);
            if (command.step() < before) {
                throw part.refused("step", "a step not earlier than that of the command before, which is " + before);
            }
            before = command.step();
            try {
                standing.land(command);
            } catch (BadInputException e) {
                throw part.refused(e);
            }
            commands.add(command);
        }
        return commands;
    }
}
