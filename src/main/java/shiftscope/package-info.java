/**
 * ShiftScope, a laboratory for internal covariate shift and batch normalization. Each package is one room of the house and says what
 * it may use; this one only decides between the window and the command line.
 */
package shiftscope;
