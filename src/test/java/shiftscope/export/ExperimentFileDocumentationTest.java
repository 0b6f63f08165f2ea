package shiftscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shiftscope.config.BadInputException;
import shiftscope.config.Experiment;
import shiftscope.config.ExperimentFile;
import shiftscope.config.JsonPart;
import shiftscope.config.Normalization;
import shiftscope.config.Side;
import shiftscope.plot.WallMode;
import shiftscope.session.Command;
import shiftscope.session.RecordedCommand;
import shiftscope.session.Tap;

/** {@code docs/experiment-file.md} says of every key what the program does. */
class ExperimentFileDocumentationTest {
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    private static final Pattern RANGE = Pattern.compile("(greater than )?(\\d[\\d.e-]*)(?:,? up)? to (\\d[\\d.]*)(?: .*|;.*|,.*)?");

    private final String text;
    private final ObjectMapper json = new ObjectMapper();
    /** The cells of each row by each of the names in its first. */
    private final Map<String, String[]> rows = new LinkedHashMap<>();

    ExperimentFileDocumentationTest() throws IOException {
        text = Files.readString(Path.of("docs", "experiment-file.md"));
        for (String line : text.lines().filter(each -> each.startsWith("| `")).toList()) {
            String[] cells = line.substring(2).split(" \\| ?|\\|$");
            Matcher names = QUOTED.matcher(cells[0]);
            while (names.find()) {
                // Commands name settings again, after the table of settings.
                rows.putIfAbsent(names.group(1), cells);
            }
        }
    }

    private String cell(String key, int column) {
        assertTrue(rows.containsKey(key), key + " has no row");
        return rows.get(key)[column];
    }

    /** Names, types and places of all settings, from the records. */
    private static Map<String, Class<?>> settings(Class<?> type, String before) {
        Map<String, Class<?>> settings = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String path = before + component.getName();
            if (component.getType().isRecord()) {
                settings.putAll(settings(component.getType(), path + "."));
                continue;
            }
            settings.put(path, component.getType());
            if (component.getGenericType() instanceof ParameterizedType list
                    && Arrays.asList(list.getActualTypeArguments()).get(0) instanceof Class<?> entry && entry.isRecord()) {
                settings.putAll(settings(entry, path + "[]."));
            }
        }
        return settings;
    }

    @Test
    void everySettingHasARowAndEveryRowIsASetting() {
        Map<String, Class<?>> settings = settings(Experiment.class, "");
        assertTrue(settings.size() > 40, settings.toString());
        for (Map.Entry<String, Class<?>> setting : settings.entrySet()) {
            String accepted = cell(setting.getKey(), 2);
            if (setting.getValue().isEnum() && !accepted.startsWith("as `")) {
                assertEquals(words(setting.getValue()), wordsIn(accepted), setting.getKey());
            }
        }
        List<String> documented = rows.keySet().stream().filter(key -> key.matches("(name|seed|([ab]|data|network|training|measure)\\..*)"))
                .toList();
        assertEquals(settings.keySet().stream().sorted().toList(), documented.stream().sorted().toList());
    }

    private static List<String> words(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(constant -> JsonPart.word((Enum<?>) constant)).sorted().toList();
    }

    private static List<String> wordsIn(String cell) {
        return QUOTED.matcher(cell).results()
                .map(result -> result.group(1))
                .filter(word -> word.startsWith("\""))
                .map(word -> word.substring(1, word.length() - 1))
                .sorted()
                .toList();
    }

    @Test
    void defaultsAreThoseOfTheProgram() throws IOException {
        int compared = 0;
        for (String path : settings(Experiment.class, "").keySet()) {
            JsonNode value = ExperimentFile.json(Experiment.standard()).at("/" + path.replace(".", "/").replace("[]", "/0"));
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            assertSame(value, path);
            compared++;
        }
        assertTrue(compared > 35, compared + " compared");
        ObjectNode view = ViewJson.write(View.STANDARD);
        for (String key : ViewJson.KEYS) {
            assertSame(view.get(key), "view." + key);
        }
    }

    private void assertSame(JsonNode value, String path) throws IOException {
        JsonNode documented = json.readTree(cell(path, 1).replace("`", ""));
        assertTrue(value.isNumber() ? value.asDouble() == documented.asDouble() : value.equals(documented),
                path + " is " + value + ", not " + documented);
    }

    /** What lies outside of a documented range is refused with a sentence that names both ends. */
    @Test
    void rangesAreThoseOfTheProgram() {
        int ranges = 0;
        for (String path : rows.keySet()) {
            Matcher range = rows.get(path).length > 2 ? RANGE.matcher(rows.get(path)[2]) : RANGE.matcher("");
            if (path.contains("[]") || path.equals("network.hidden") || !range.matches()) {
                continue;
            }
            for (String outside : List.of("-1", range.group(3) + "1")) {
                String sentence = refused(nested(path, outside));
                for (String part : List.of(path, range.group(3))) {
                    assertTrue(sentence.contains(part), path + " = " + outside + ": " + sentence);
                }
                assertTrue(sentence.contains("from " + range.group(2)) || range.group(1) != null && sentence.contains("greater than 0"),
                        sentence);
            }
            ranges++;
        }
        assertTrue(ranges >= 18, ranges + " ranges");
    }

    private static String nested(String path, String value) {
        String[] names = path.split("\\.");
        StringBuilder object = new StringBuilder(value);
        for (int i = names.length - 1; i >= 0; i--) {
            object.insert(0, "{\"" + names[i] + "\": ").append('}');
        }
        return object.insert(1, "\"shiftscope\": 1, ").toString();
    }

    @Test
    void everythingBesideTheSettingsIsThere() {
        for (String key : DocumentJson.KEYS) {
            assertTrue(text.contains("\n## " + key + "\n"), key);
        }
        ViewJson.KEYS.forEach(key -> cell("view." + key, 2));
        String commands = text.substring(text.indexOf("\n## commands\n"), text.indexOf("\n## state\n"));
        CommandJson.SETTINGS.forEach(path -> assertTrue(commands.contains("`" + path + "`"), path));
        CommandJson.PROOFS.forEach(proof -> cell(proof, 1));
        assertEquals(words(WallMode.class), wordsIn(cell("view.mode", 2)));
        assertEquals(words(Tap.class), wordsIn(cell("view.tap", 2)));
        assertTrue(cell("state.bytes", 1).contains(String.valueOf(StateJson.MOST_BYTES)));
        assertTrue(text.contains("up to " + CommandJson.MOST_STEPS));
        StateJson.write(SampleDocuments.state(1)).fieldNames().forEachRemaining(key -> cell("state." + key, 1));
    }

    @Test
    void theExamplesOpen() {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```json\n(.*?)```").matcher(text);
        while (block.find()) {
            blocks.add(block.group(1));
        }
        assertEquals(1, blocks.size());
        Document document = DocumentFile.parse(blocks.get(0), "example");
        assertEquals(
                List.of(
                        new RecordedCommand(200, new Command.SetNormalization(Side.B, Normalization.BATCH)),
                        new RecordedCommand(300, new Command.SetLearningRate(0.5))),
                document.script().commands());
        assertEquals(0.5, document.script().experiment().training().learningRate());

        Matcher line = Pattern.compile("(?m)^    (shiftscope1:\\S+)$").matcher(text);
        assertTrue(line.find());
        assertEquals(Document.of(Experiment.standard()), ShareLine.decode(line.group(1)));

        Matcher command = Pattern.compile("(?m)^    (\\{ \"step\".*})$").matcher(text);
        assertTrue(command.find());
        DocumentFile.parse("{\"shiftscope\": 1, \"commands\": [" + command.group(1) + "]}", "example");
    }

    private static String refused(String text) {
        return assertThrows(BadInputException.class, () -> DocumentFile.parse(text, "text"), text).getMessage();
    }
}
