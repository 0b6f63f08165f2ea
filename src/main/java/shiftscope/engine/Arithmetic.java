package shiftscope.engine;

/**
 * What a kernel offers. For one thread at a time.
 *
 * @param products the matrix products
 * @param functions the functions of the activations
 * @param standardization the loops of batch normalization
 */
record Arithmetic(Products products, Functions functions, Standardization standardization) {}
