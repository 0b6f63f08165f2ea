package shiftscope.ui.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Files that were opened or saved, the newest first, from one start of the program to the next. */
public final class RecentFiles {
    private static final int MOST = 8;
    private static final String KEY = "recent-";

    private final Preferences memory;
    private final ReadOnlyObjectWrapper<List<Path>> paths = new ReadOnlyObjectWrapper<>(this, "paths", List.of());

    RecentFiles(Preferences memory) {
        this.memory = memory;
        List<Path> known = new ArrayList<>();
        for (int place = 0; place < MOST; place++) {
            String path = memory.get(KEY + place, "");
            try {
                if (!path.isEmpty()) {
                    known.add(Path.of(path));
                }
            } catch (InvalidPathException e) {
                // Somebody else has written there; what is no path can never be opened.
                memory.remove(KEY + place);
            }
        }
        paths.set(List.copyOf(known));
    }

    public ReadOnlyObjectProperty<List<Path>> pathsProperty() {
        return paths.getReadOnlyProperty();
    }

    /** A file was opened or saved. */
    void add(Path path) {
        List<Path> all = new ArrayList<>(paths.get());
        all.remove(path);
        all.add(0, path);
        keep(all.subList(0, Math.min(MOST, all.size())));
    }

    /** A file is no longer there. Returns whether it was in the list. */
    boolean forget(Path path) {
        List<Path> all = new ArrayList<>(paths.get());
        boolean was = all.remove(path);
        keep(all);
        return was;
    }

    private void keep(List<Path> all) {
        for (int place = 0; place < MOST; place++) {
            // The memory takes no longer ones.
            if (place < all.size() && all.get(place).toString().length() <= Preferences.MAX_VALUE_LENGTH) {
                memory.put(KEY + place, all.get(place).toString());
            } else {
                memory.remove(KEY + place);
            }
        }
        paths.set(List.copyOf(all));
    }
}
