package shiftscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    private static Path data(String system, Map<String, String> variables) {
        return UserFolders.data(system, variables::get, HOME);
    }

    @Test
    void isWhereEachSystemKeepsData() {
        Path elsewhere = Path.of("elsewhere").toAbsolutePath();

        assertEquals(HOME.resolve(".local/share/shiftscope"), data("Linux", Map.of()));
        assertEquals(elsewhere.resolve("shiftscope"), data("Linux", Map.of("XDG_DATA_HOME", elsewhere.toString())));
        assertEquals(HOME.resolve("Library/Application Support/ShiftScope"), data("Mac OS X", Map.of()));
        assertEquals(elsewhere.resolve("ShiftScope"), data("Windows 11", Map.of("LOCALAPPDATA", elsewhere.toString())));
        assertEquals(HOME.resolve("AppData/Local/ShiftScope"), data("Windows 11", Map.of()));
    }

    @Test
    void whatIsNoFolderIsIgnored() {
        for (String text : new String[] {"", " ", "relative/folder", "\0"}) {
            assertEquals(HOME.resolve(".local/share/shiftscope"), data("Linux", Map.of("XDG_DATA_HOME", text)), text);
        }
    }

    @Test
    void hereItIsAbsolute() {
        assertTrue(UserFolders.data().isAbsolute());
    }
}
