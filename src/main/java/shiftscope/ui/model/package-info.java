/**
 * What the window shows and what can be done in it, as properties and methods. Nothing here knows a control, a controller or an FXML
 * file, and everything runs without a toolkit: threads and delays come in through the constructor.
 *
 * <p>May use {@code session}, {@code data} and {@code config}, and of {@code plot} how numbers are written
 * ({@code Numbers}) and which there are of a layer ({@code LayerNumber}).
 */
package shiftscope.ui.model;
