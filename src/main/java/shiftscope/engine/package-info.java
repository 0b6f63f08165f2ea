/**
 * The numbers: layers, normalization, losses, optimizers. Double precision; the tensor type is EJML's row-major
 * {@code DMatrixRMaj}, always examples × units. A {@link shiftscope.engine.Network} holds parameters, a
 * {@link shiftscope.engine.Pass} holds the caller's buffers: a forward pass never changes the network, and no step allocates.
 *
 * <p>Every sum has a fixed order that depends neither on threads nor on SIMD width, and no function is used whose bits differ
 * between JDKs.
 *
 * <p>May use {@code config}.
 */
package shiftscope.engine;
