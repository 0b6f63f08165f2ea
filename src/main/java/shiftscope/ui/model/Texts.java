package shiftscope.ui.model;

import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of one part of the window, from a bundle beside it. */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The bundle of that name in the package of the class. */
    public static Texts beside(Class<?> place, String name) {
        return new Texts(ResourceBundle.getBundle(place.getPackageName() + "." + name, Locale.ENGLISH));
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /** The text with its {@code %s} filled in; without arguments it is taken as it stands. */
    public String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : String.format(Locale.ROOT, text, arguments);
    }
}
