/**
 * The window: one FXML file, one bundle of texts and one controller for each of its parts. Controllers are given what they need by
 * their constructor and bind it to controls; whatever decides something is in {@link shiftscope.ui.model}.
 */
package shiftscope.ui.window;
