package shiftscope.engine;

/**
 * What a kernel offers. For one thread at a time.
 *
 * @param products the matrix products
 * @param functions the functions of the activations
 */
record Arithmetic(Products products, Functions functions) {}
